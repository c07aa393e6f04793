package com.example.platform.observability;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Redacts what leaves, keeps count of how it went, and can be abandoned: from then on nothing waits for the collector,
 * not even for an answer that is under way.
 */
final class WatchedSpanExporter implements SpanExporter {

    private final SpanExporter delegate;
    private final SpanExport export;
    private final Set<CompletableResultCode> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean abandoned;

    WatchedSpanExporter(SpanExporter delegate, SpanExport export) {
        this.delegate = delegate;
        this.export = export;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        if (abandoned) {
            export.failed(count);
            return CompletableResultCode.ofFailure();
        }
        CompletableResultCode watched = new CompletableResultCode();
        underWay.add(watched);
        watched.whenComplete(() -> {
            underWay.remove(watched);
            if (watched.isSuccess()) {
                export.succeeded(count);
            } else {
                export.failed(count);
            }
        });
        CompletableResultCode result = send(spans);
        result.whenComplete(() -> complete(watched, result.isSuccess()));
        return watched;
    }

    private CompletableResultCode send(Collection<SpanData> spans) {
        try {
            List<SpanData> redacted = new ArrayList<>(spans.size());
            for (SpanData span : spans) {
                redacted.add(RedactedSpan.of(span));
            }
            return delegate.export(redacted);
        } catch (RuntimeException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    private static void complete(CompletableResultCode watched, boolean success) {
        if (success) {
            watched.succeed();
        } else {
            watched.fail();
        }
    }

    /** Gives up on what is under way and on all that follows. */
    void abandon() {
        abandoned = true;
        underWay.forEach(CompletableResultCode::fail);
    }

    @Override
    public CompletableResultCode flush() {
        return delegate.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return delegate.shutdown();
    }
}
