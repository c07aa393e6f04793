package com.example.platform.observability;

import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.common.AttributeKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Spans of received requests, with OpenTelemetry's attributes in place of the meters' labels. */
@SuppressWarnings("rawtypes")
final class ReceiverSpanHandler extends PropagatingReceiverTracingObservationHandler<ReceiverContext> {

    private static final AttributeKey<String> METHOD = SpanAttributes.text(SpanKeys.HTTP_REQUEST_METHOD);
    private static final AttributeKey<String> ROUTE = SpanAttributes.text(SpanKeys.HTTP_ROUTE);
    private static final AttributeKey<String> SCHEME = SpanAttributes.text(SpanKeys.URL_SCHEME);
    private static final AttributeKey<Long> STATUS = SpanAttributes.number(SpanKeys.HTTP_RESPONSE_STATUS_CODE);
    private static final Set<String> ONLY_FOR_METERS =
            Set.of("method", "uri", "status", "outcome", "exception", "error", "http.url");

    ReceiverSpanHandler(Tracer tracer, Propagator propagator) {
        super(tracer, propagator);
    }

    @Override
    public void onError(ReceiverContext context) {
        if (context.getError() != null) {
            SpanAttributes.error(getRequiredSpan(context), context.getError());
        }
    }

    @Override
    public void tagSpan(ReceiverContext context, Span span) {
        if (span.isNoop()) {
            return;
        }
        io.opentelemetry.api.trace.Span target = SpanAttributes.of(span);
        SpanAttributes.others(target, context, ONLY_FOR_METERS);
        if (context instanceof ServerRequestObservationContext request) {
            tag(request, target);
        }
    }

    private static void tag(ServerRequestObservationContext context, io.opentelemetry.api.trace.Span span) {
        HttpServletRequest request = context.getCarrier();
        if (request != null) {
            span.setAttribute(METHOD, HttpMethods.known(request.getMethod()) ? request.getMethod() : "_OTHER");
            span.setAttribute(SCHEME, request.getScheme());
        }
        if (context.getPathPattern() != null) {
            span.setAttribute(ROUTE, context.getPathPattern());
        }
        if (context.getResponse() != null) {
            int status = context.getResponse().getStatus();
            span.setAttribute(STATUS, (long) status);
            if (status >= 500) {
                SpanAttributes.failedWith(span, status, context);
            }
        }
    }
}
