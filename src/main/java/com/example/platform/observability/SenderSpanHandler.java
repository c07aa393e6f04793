package com.example.platform.observability;

import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/** Spans of calls that leave the process, with OpenTelemetry's attributes in place of the labels. */
@SuppressWarnings("rawtypes")
final class SenderSpanHandler extends PropagatingSenderTracingObservationHandler<SenderContext> {

    SenderSpanHandler(Tracer tracer, Propagator propagator) {
        super(tracer, propagator);
    }

    @Override
    public void onError(SenderContext context) {
        if (context.getError() != null) {
            SpanAttributes.error(getRequiredSpan(context), context.getError());
        }
    }

    @Override
    public void tagSpan(SenderContext context, Span span) {
        if (span.isNoop()) {
            return;
        }
        if (context instanceof ClientRequestObservationContext request) {
            ClientSpans.tag(request, SpanAttributes.of(span));
        } else {
            super.tagSpan(context, span);
        }
    }
}
