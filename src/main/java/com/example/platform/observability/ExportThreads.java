package com.example.platform.observability;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads on which an exporter sends and waits for the answer; none keeps the JVM alive. In a type of its own, since an
 * executor among the beans would be taken for the application's. Thread-safe.
 */
final class ExportThreads {

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("span-export-", 0).factory());

    ExecutorService executor() {
        return threads;
    }

    /** What is under way is waited for by nobody, and nothing new begins. */
    void stop() {
        threads.shutdownNow();
    }
}
