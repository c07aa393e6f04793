package com.example.platform.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.stream.IntStream;

/** Spans as large as those of a service are. */
final class SomeSpans {

    private SomeSpans() {}

    static Collection<SpanData> batch(int size) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            return IntStream.range(0, size).mapToObj(number -> span(provider)).toList();
        }
    }

    private static SpanData span(SdkTracerProvider provider) {
        Span span = provider.get("test").spanBuilder("SELECT things").startSpan();
        for (int i = 0; i < 7; i++) {
            span.setAttribute("some.attribute." + i, "a value as long as most are, number " + i);
        }
        span.end();
        return ((ReadableSpan) span).toSpanData();
    }
}
