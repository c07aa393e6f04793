package com.example.testing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.function.Consumer;

/** A span exporter that hands each batch to a test; what the test throws it throws. */
public record EachBatch(Consumer<Collection<SpanData>> test) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        test.accept(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
