package com.example.platform.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sees to it that callers are waited for so long and no longer, and of those who take more than half a second for so many
 * at a time: ten times a second it breaks off the other waits. From outside, because who waits for a byte cannot look at a
 * clock, and Tomcat reads the frame of a body in chunks, byte by byte if need be, within one call. Thread-safe.
 */
final class SlowCallers implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Whoever is not done by then is slow. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private final Semaphore places;
    private final Set<CallerWait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-callers").factory());

    /** For so many slow ones. */
    SlowCallers(int most) {
        places = new Semaphore(most);
        clock.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on; to be closed at its end. */
    CallerWait waitFor(Duration patience, Runnable breakOff) {
        return waitFor(patience, () -> true, breakOff);
    }

    /** From when it has begun; to be closed at its end. */
    CallerWait waitFor(Duration patience, BooleanSupplier hasBegun, Runnable breakOff) {
        CallerWait wait = new CallerWait(patience, hasBegun, breakOff, this);
        waits.add(wait);
        return wait;
    }

    private void look() {
        long now = System.nanoTime();
        waits.forEach(wait -> wait.look(now));
    }

    boolean isSlow(long nanos) {
        return nanos > QUICK.toNanos();
    }

    boolean takePlace() {
        return places.tryAcquire();
    }

    void forget(CallerWait wait, boolean hadPlace) {
        waits.remove(wait);
        if (hadPlace) {
            places.release();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
