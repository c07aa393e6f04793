package com.example.platform.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every line of a request its context and every response its {@code X-Request-Id} and {@code traceresponse};
 * leaves nothing behind on the thread. Runs within the observation of the request and before everything else.
 */
final class LogContextFilter extends OncePerRequestFilter {

    static final String REQUEST_ID_HEADER = "X-Request-Id";
    static final String TRACE_RESPONSE_HEADER = "traceresponse";

    private static final String REQUEST_ID = LogContextFilter.class.getName() + ".requestId";
    private static final String STARTED = LogContextFilter.class.getName() + ".started";

    private final @Nullable Tracer tracer;
    private final SyntheticTraffic synthetic;
    private final AccessLog accessLog;

    LogContextFilter(@Nullable Tracer tracer, SyntheticTraffic synthetic, AccessLog accessLog) {
        this.tracer = tracer;
        this.synthetic = synthetic;
        this.accessLog = accessLog;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(STARTED) == null) {
            begin(request, response);
        }
        open(request);
        Throwable failure = null;
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            if (failure != null || !request.isAsyncStarted()) {
                finished(request, response, failure);
            }
            LogContext.clear();
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(STARTED, System.nanoTime());
        String requestId = RequestIds.accept(request.getHeader(REQUEST_ID_HEADER));
        request.setAttribute(REQUEST_ID, requestId);
        response.setHeader(REQUEST_ID_HEADER, requestId);
        Instrumentation.run(() -> trace(request, response));
    }

    private void trace(HttpServletRequest request, HttpServletResponse response) {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            response.setHeader(TRACE_RESPONSE_HEADER, traceResponse(span.context()));
            if (synthetic.isFrom(request.getHeader("User-Agent"))) {
                span.tag(SpanKeys.USER_AGENT_SYNTHETIC.asString(), "test");
            }
        }
    }

    private void finished(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure) {
        long started = (long) request.getAttribute(STARTED);
        Instrumentation.run(() -> accessLog.finished(request, response, failure, started));
    }

    private void open(HttpServletRequest request) {
        MDC.put(LogFields.REQUEST_ID.contextKey(), (String) request.getAttribute(REQUEST_ID));
        String method = request.getMethod();
        MDC.put(LogFields.METHOD.contextKey(), HttpMethods.label(method));
        if (synthetic.isFrom(request.getHeader("User-Agent"))) {
            MDC.put(LogFields.SYNTHETIC.contextKey(), "true");
        }
    }

    private static String traceResponse(TraceContext context) {
        String flags = Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00";
        return "00-" + context.traceId() + "-" + context.spanId() + flags;
    }
}
