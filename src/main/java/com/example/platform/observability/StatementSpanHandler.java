package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

/**
 * Spans of SQL statements, children of what is current where they are executed. Nothing happens within that would look
 * for its parent, and a database takes no trace headers, so they are OpenTelemetry's without Micrometer's around them.
 */
final class StatementSpanHandler implements TracingObservationHandler<StatementContext> {

    private final Tracer tracer;
    private final io.opentelemetry.api.trace.Tracer spans;
    private final Statements statements = new Statements();

    StatementSpanHandler(Tracer tracer, io.opentelemetry.api.trace.Tracer spans) {
        this.tracer = tracer;
        this.spans = spans;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof StatementContext;
    }

    @Override
    public Tracer getTracer() {
        return tracer;
    }

    @Override
    public void onStart(StatementContext context) {
        context.setSpan(spans.spanBuilder("").setSpanKind(SpanKind.CLIENT).startSpan());
    }

    @Override
    public void onError(StatementContext context) {
        if (context.getError() != null) {
            SpanAttributes.error(context.span(), context.getError());
        }
    }

    @Override
    public void onStop(StatementContext context) {
        Span span = context.span();
        if (span.isRecording()) {
            span.updateName(statements.tag(context, span));
        }
        span.end();
    }
}
