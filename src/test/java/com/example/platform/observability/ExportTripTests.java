package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.OtlpSink;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExportTripTests {

    /** A receiver acknowledges at the latest after 40 ms, which a sender with Nagle's algorithm waits for in each batch. */
    private static final Duration DELAYED_ACKNOWLEDGEMENT = Duration.ofMillis(40);

    private static final int BATCH = 1_024;

    private static final int TRIPS = 41;

    /** The first segments of a connection are acknowledged at once. */
    private static final int FIRST_TRIPS = 100;

    @Test
    void aBatchWaitsForNoAcknowledgement() {
        Collection<SpanData> batch = SomeSpans.batch(BATCH);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                OtlpSink sink = OtlpSink.start();
                OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                        .setEndpoint(sink.endpoint())
                        .setExecutorService(threads)
                        .setComponentLoader(new SpanSenders())
                        .setMemoryMode(MemoryMode.IMMUTABLE_DATA)
                        .build()) {
            List<Duration> trips = IntStream.range(0, FIRST_TRIPS + TRIPS)
                    .mapToObj(trip -> export(exporter, batch))
                    .skip(FIRST_TRIPS)
                    .sorted()
                    .toList();
            // a sender that waits does so for half of its batches and more
            assertThat(trips.get(TRIPS * 4 / 5)).isLessThan(DELAYED_ACKNOWLEDGEMENT);
        }
    }

    private static Duration export(OtlpHttpSpanExporter exporter, Collection<SpanData> batch) {
        long started = System.nanoTime();
        CompletableResultCode result = exporter.export(batch).join(10, TimeUnit.SECONDS);
        assertThat(result.isSuccess()).isTrue();
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
