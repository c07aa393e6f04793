package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.EachBatch;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementSignalsTests {

    private static final StatementCall CALL = new StatementCall(new Database("postgresql", null, 0), "SELECT 1", 1);

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void anExecutionIsTimedByTheClassOfItsError() {
        StatementSignals signals = signals(registry);

        execute(signals, null);
        execute(signals, null);
        execute(signals, new SQLException("of no label"));

        assertThat(count("none")).isEqualTo(2);
        assertThat(count("SQLException")).isEqualTo(1);
    }

    @Test
    void aTimerThatWasRemovedIsMadeAnew() {
        StatementSignals signals = signals(registry);

        execute(signals, null);
        registry.getMeters().forEach(registry::remove);
        execute(signals, null);

        assertThat(count("none")).isEqualTo(1);
    }

    @Test
    void aRegistryThatThrowsIsNeitherTheStatementsTroubleNorItsSpans() {
        long failures = Instrumentation.failures();
        MeterRegistry broken = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new BrokenClock());

        assertThat(spansOf(broken, Sampler.alwaysOn())).containsExactly("SELECT", "request");
        assertThat(Instrumentation.failures()).isEqualTo(failures + 1);
    }

    @Test
    void aTraceThatIsNotKeptCostsNoSpansAndIsTimedAllTheSame() {
        List<String> started = new ArrayList<>();
        Sampler noting = new NotingSampler(started);

        assertThat(spansOf(registry, noting)).isEmpty();
        assertThat(started).containsExactly("request");
        assertThat(count("none")).isEqualTo(1);
    }

    /** The spans that ended, of a statement within a request. */
    private static List<String> spansOf(MeterRegistry registry, Sampler sampler) {
        List<String> ended = new ArrayList<>();
        Tracer tracer = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(
                        new EachBatch(spans -> spans.forEach(span -> ended.add(span.getName())))))
                .build()
                .get("test");
        Span request = tracer.spanBuilder("request").startSpan();
        try (Scope within = request.makeCurrent()) {
            execute(new StatementSignals(registry, tracer), null);
        }
        request.end();
        return ended;
    }

    private static StatementSignals signals(MeterRegistry registry) {
        return new StatementSignals(registry, TracerProvider.noop().get("test"));
    }

    private static void execute(StatementSignals signals, @Nullable Throwable error) {
        signals.start().stop(CALL, error);
    }

    private long count(String error) {
        return registry.get("jdbc.query").tag("error", error).timer().count();
    }

    private static final class BrokenClock implements Clock {

        @Override
        public long wallTime() {
            return 0;
        }

        @Override
        public long monotonicTime() {
            throw new IllegalStateException("made by a test");
        }
    }

    /** Keeps nothing, and notes of which spans it was asked. */
    private record NotingSampler(List<String> asked) implements Sampler {

        @Override
        public SamplingResult shouldSample(
                Context parent,
                String traceId,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            asked.add(name);
            return SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "noting";
        }
    }
}
