package com.example.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends this JVM without its shutdown hooks once the time is up, so that a hook that hangs cannot keep it. */
final class Deadline {

    private Deadline() {}

    /** The last action runs when the time is up and before the end. */
    static void haltAfter(Duration time, Runnable lastAction) {
        long end = System.nanoTime() + time.toNanos();
        Thread.ofPlatform().daemon().name("deadline").start(() -> {
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            try {
                lastAction.run();
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
    }
}
