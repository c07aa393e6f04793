package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import java.util.Set;

/** Spans of what happens within the process: an observation's keys stay as its documentation names them. */
final class InternalSpanHandler extends DefaultTracingObservationHandler {

    InternalSpanHandler(Tracer tracer) {
        super(tracer);
    }

    @Override
    public void onError(Observation.Context context) {
        if (context.getError() != null) {
            SpanAttributes.error(getRequiredSpan(context), context.getError());
        }
    }

    @Override
    public void tagSpan(Observation.Context context, Span span) {
        if (!span.isNoop()) {
            SpanAttributes.others(SpanAttributes.of(span), context, Set.of());
        }
    }
}
