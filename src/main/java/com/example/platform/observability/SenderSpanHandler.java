package com.example.platform.observability;

import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import net.ttddyy.observation.tracing.DataSourceBaseContext;
import net.ttddyy.observation.tracing.QueryContext;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/** Spans of calls that leave the process, HTTP and SQL, with OpenTelemetry's attributes in place of the labels. */
@SuppressWarnings("rawtypes")
final class SenderSpanHandler extends PropagatingSenderTracingObservationHandler<SenderContext> {

    private final Statements statements = new Statements();

    SenderSpanHandler(Tracer tracer, Propagator propagator) {
        super(tracer, propagator);
    }

    @Override
    public void onStart(SenderContext context) {
        if (context instanceof DataSourceBaseContext) {
            // a database takes no trace headers, and the name of a connection pool is no peer
            getTracingContext(context).setSpan(databaseSpan(context));
        } else {
            super.onStart(context);
        }
    }

    private Span databaseSpan(SenderContext context) {
        Span parent = getParentSpan(context);
        Span.Builder builder = getTracer().spanBuilder().kind(Span.Kind.CLIENT);
        return (parent == null ? builder : builder.setParent(parent.context())).start();
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
        switch (context) {
            case ClientRequestObservationContext request -> ClientSpans.tag(request, SpanAttributes.of(span));
            case QueryContext query -> context.setContextualName(statements.tag(query, SpanAttributes.of(span)));
            default -> super.tagSpan(context, span);
        }
    }
}
