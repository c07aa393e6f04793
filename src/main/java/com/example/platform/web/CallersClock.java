package com.example.platform.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time in which callers can be expected to do something: without that in which this process stood still, as in a long
 * collection, which is not theirs. It stood still where nobody ticked for long. Thread-safe, but for the one who ticks.
 */
final class CallersClock {

    private final LongSupplier nanoTime;
    private final long longest;
    private volatile long stoodStill;
    private long ticked;

    /** Ticked at least so often. */
    CallersClock(LongSupplier nanoTime, Duration longest) {
        this.nanoTime = nanoTime;
        this.longest = longest.toNanos();
        this.ticked = nanoTime.getAsLong();
    }

    /** In nanoseconds, from anywhere. */
    long now() {
        return nanoTime.getAsLong() - stoodStill;
    }

    void tick() {
        long since = nanoTime.getAsLong() - ticked;
        ticked += since;
        stoodStill += Math.max(0, since - longest);
    }
}
