package com.example.disturbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Reads what a process writes to its standard output, and can stop reading: then the pipe fills and its writer waits. */
final class LineReader {

    private static final long PAUSE = 20_000_000;

    private final AtomicLong requests = new AtomicLong();

    private final AtomicLong broken = new AtomicLong();

    private volatile boolean paused;

    LineReader(Process process) {
        // small, so that the pipe is what is full
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 512);
        Thread.ofPlatform().daemon().start(() -> read(reader));
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    /** Lines about finished requests so far. */
    long requests() {
        return requests.get();
    }

    /** Lines that are no whole JSON object. */
    long broken() {
        return broken.get();
    }

    private void read(BufferedReader reader) {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("{") || !line.endsWith("}")) {
                    broken.incrementAndGet();
                } else if (line.contains("\"http.request\"")) {
                    requests.incrementAndGet();
                }
                while (paused) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } catch (IOException ended) {
            // with its process
        }
    }
}
