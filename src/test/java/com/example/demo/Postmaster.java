package com.example.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The PostgreSQL server of a data directory, found by the pid file it keeps there; it need not be a child of ours. */
record Postmaster(Path dataDirectory) {

    private static final int PORT_LINE = 3;

    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The running server; empty if there is none or its process id went to another process. */
    Optional<ProcessHandle> process() {
        List<String> lines = pidFile();
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return new ProcessMark("postgres", Long.parseLong(lines.get(0).strip()), started).find(TOLERANCE);
    }

    /** Where the server listens. */
    int port() {
        return Integer.parseInt(pidFile().get(PORT_LINE).strip());
    }

    /** Stops the server if there is one. */
    void stop() {
        Processes.stop(process().stream().toList(), PATIENCE);
    }

    /** The same for a server that may only just be starting: waits for it to appear as long as the time says. */
    void stop(Duration appearance) {
        long end = System.nanoTime() + appearance.toNanos();
        while (process().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        stop();
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
