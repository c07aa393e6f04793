package com.example.platform.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that callers are waited for so long and no longer, and of those who take more than half a second for so many
 * at a time: ten times a second it breaks off the other waits. From outside, because who waits for a byte cannot look at a
 * clock, and Tomcat reads the frame of a body in chunks, byte by byte if need be, within one call. Thread-safe.
 */
final class SlowCallers implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Whoever is not done by then is slow. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private static final Duration STALL = INTERVAL.multipliedBy(3);

    private static final Logger log = LoggerFactory.getLogger(SlowCallers.class);

    private final Semaphore places;
    private final Set<CallerWait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-callers").factory());

    private long looked = System.nanoTime();
    private volatile long stalled;

    /** For so many slow ones. */
    SlowCallers(int most) {
        places = new Semaphore(most);
        clock.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For a body, from now on; to be closed at its end. */
    CallerWait toSend(Connection connection, Duration patience) {
        return waitFor(new CallerWait(connection, CallerWait.Half.SEND, patience, () -> true, this));
    }

    /** For an answer to be taken, from when it has begun; to be closed at its end. */
    CallerWait toTake(Connection connection, Duration patience, BooleanSupplier hasBegun) {
        return waitFor(new CallerWait(connection, CallerWait.Half.TAKE, patience, hasBegun, this));
    }

    private CallerWait waitFor(CallerWait wait) {
        waits.add(wait);
        return wait;
    }

    private void look() {
        long since = System.nanoTime() - looked;
        looked += since;
        stalled += Math.max(0, since - STALL.toNanos());
        long now = now();
        for (CallerWait wait : waits) {
            try {
                wait.look(now);
            } catch (RuntimeException failure) {
                log.atError().setCause(failure).log("A wait for a caller was not looked at");
            }
        }
    }

    /** In nanoseconds, without the time in which nobody could look, as in a long collection: it is not the callers'. */
    long now() {
        return System.nanoTime() - stalled;
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
