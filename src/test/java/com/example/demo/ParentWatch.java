package com.example.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Runs an action once when the process that started this one is gone, whatever ended it; notices within 250 ms. */
final class ParentWatch {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private ParentWatch() {}

    /** The process id of the parent, −1 when there is none. */
    static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    /** Watches the given process as the parent; the action runs at once if that is not the parent any more. */
    static void start(long parent, Runnable action) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            // onExit() of a process that is no child looks every 5 s only, and takes a zombie for alive
            while (parent() == parent) {
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
            action.run();
        });
    }
}
