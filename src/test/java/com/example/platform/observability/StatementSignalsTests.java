package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.EachBatch;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
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
        List<String> ended = new ArrayList<>();
        SdkTracerProvider tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(
                        new EachBatch(spans -> spans.forEach(span -> ended.add(span.getName())))))
                .build();
        MeterRegistry broken = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new BrokenClock());

        execute(new StatementSignals(broken, tracing.get("test")), null);

        assertThat(Instrumentation.failures()).isEqualTo(failures + 1);
        assertThat(ended).containsExactly("SELECT");
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
}
