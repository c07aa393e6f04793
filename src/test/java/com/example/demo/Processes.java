package com.example.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops processes: politely, and by force those that are still there when the patience ends. */
final class Processes {

    private Processes() {}

    /** Asks all at the same time; returns when all are gone, at the latest about a second after the patience ended. */
    static void stop(Collection<ProcessHandle> processes, Duration patience) {
        List<ProcessHandle> alive =
                processes.stream().filter(ProcessHandle::isAlive).toList();
        alive.forEach(ProcessHandle::destroy);
        if (!allGone(alive, patience)) {
            alive.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
            allGone(alive, Duration.ofSeconds(1));
        }
    }

    private static boolean allGone(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (Exception broken) {
            throw new IllegalStateException("Cannot wait for processes", broken);
        }
    }
}
