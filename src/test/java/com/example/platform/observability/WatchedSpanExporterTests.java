package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.EachBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedSpanExporterTests {

    private final SpanExport export = new SpanExport();
    private final WatchedSpanExporter exporter = new WatchedSpanExporter(new EachBatch(spans -> {}), export);

    @Test
    void spansThatCannotBeRedactedAreKeptBackAndCounted() {
        SpanData broken = new Broken(anySpan());

        assertThat(exporter.export(List.of(broken)).isSuccess()).isFalse();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        export.bindTo(registry);
        assertThat(registry.get("telemetry.spans.exported")
                        .tag("outcome", "failure")
                        .functionCounter()
                        .count())
                .isOne();
    }

    private static SpanData anySpan() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            return ((ReadableSpan) provider.get("test").spanBuilder("any").startSpan()).toSpanData();
        }
    }

    private static final class Broken extends DelegatingSpanData {

        Broken(SpanData span) {
            super(span);
        }

        @Override
        public String getName() {
            throw new IllegalStateException("no name");
        }
    }
}
