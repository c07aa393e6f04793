package com.example.platform.observability;

import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Sends the last spans when all else has stopped, and after 1.5 s without an answer leaves them behind. */
final class SpanExportLifecycle implements SmartLifecycle {

    private static final long PATIENCE_MILLIS = 1_500;

    private final SpanProcessor processor;
    private final List<WatchedSpanExporter> exporters;
    private final ExportThreads threads;
    private volatile boolean running;

    SpanExportLifecycle(SpanProcessor processor, List<WatchedSpanExporter> exporters, ExportThreads threads) {
        this.processor = processor;
        this.exporters = exporters;
        this.threads = threads;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        processor.forceFlush().join(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        exporters.forEach(WatchedSpanExporter::abandon);
        threads.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to start and the last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
