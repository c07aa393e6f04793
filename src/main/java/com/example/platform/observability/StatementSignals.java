package com.example.platform.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an execution of a statement leaves: a span below the current one, and its time by the class of its error. Nothing
 * happens within that would look for an observation, so there is none. Never throws; thread-safe.
 */
final class StatementSignals {

    static final String NAME = "jdbc.query";

    private final MeterRegistry registry;
    private final Tracer spans;
    private final Statements statements = new Statements();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    StatementSignals(MeterRegistry registry, Tracer spans) {
        this.registry = registry;
        this.spans = spans;
        // one that was removed is registered anew by the next execution
        registry.config().onMeterRemoved(meter -> timers.clear());
    }

    /** To be told how the execution ends, by the thread that began it. */
    Execution start() {
        return new Execution();
    }

    private Timer timer(@Nullable Throwable error) {
        String label = error == null ? KeyValue.NONE_VALUE : error.getClass().getSimpleName();
        Timer known = timers.get(label);
        return known != null
                ? known
                : timers.computeIfAbsent(
                        label, value -> registry.timer(NAME, ServerRequestKeys.ERROR.asString(), value));
    }

    final class Execution {

        private Timer.@Nullable Sample sample;
        private Span span = Span.getInvalid();

        private Execution() {
            Instrumentation.run(() -> sample = Timer.start(registry));
            Instrumentation.run(this::startSpan);
        }

        /** None where the trace is not kept, which is decided by its first span: most of those of production. */
        private void startSpan() {
            if (Span.current().getSpanContext().isSampled()) {
                span = spans.spanBuilder(NAME).setSpanKind(SpanKind.CLIENT).startSpan();
            }
        }

        /** What fails of one signal leaves the other as it is. */
        void stop(StatementCall call, @Nullable Throwable error) {
            Timer.Sample begun = sample;
            if (begun != null) {
                Instrumentation.run(() -> begun.stop(timer(error)));
            }
            Instrumentation.run(() -> describe(call, error));
            Instrumentation.run(() -> span.end());
        }

        private void describe(StatementCall call, @Nullable Throwable error) {
            if (error != null) {
                SpanAttributes.error(span, error);
            }
            if (span.isRecording()) {
                span.updateName(statements.tag(call, span));
            }
        }
    }
}
