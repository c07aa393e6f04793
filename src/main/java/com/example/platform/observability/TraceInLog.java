package com.example.platform.observability;

import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of the current span in the context of logging, as Micrometer's listener puts them there, without taking out
 * first what is replaced at once: a scope that is closed is always followed by the one that is restored.
 */
final class TraceInLog extends Slf4JEventListener {

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    @Override
    public void onEvent(Object event) {
        if (event instanceof ScopeAttachedEvent attached) {
            Span span = attached.getSpan();
            if (span != null) {
                put(span.getSpanContext());
            }
        } else if (event instanceof ScopeRestoredEvent restored) {
            restore(restored.getSpan());
        }
    }

    private static void restore(@Nullable Span span) {
        if (span == null) {
            MDC.remove(TRACE_ID);
            MDC.remove(SPAN_ID);
        } else {
            put(span.getSpanContext());
        }
    }

    private static void put(SpanContext ids) {
        String trace = ids.getTraceId();
        // most scopes are within one trace
        if (!trace.equals(MDC.get(TRACE_ID))) {
            MDC.put(TRACE_ID, trace);
        }
        MDC.put(SPAN_ID, ids.getSpanId());
    }
}
