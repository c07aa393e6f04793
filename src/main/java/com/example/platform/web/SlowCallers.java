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

    private static final Logger log = LoggerFactory.getLogger(SlowCallers.class);

    private final Semaphore places;
    private final Set<CallerWait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-callers").factory());

    private final CallersClock time = new CallersClock(System::nanoTime, INTERVAL.multipliedBy(3));

    /** For so many slow ones. */
    SlowCallers(int most) {
        places = new Semaphore(most);
        clock.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For a body, from now on; to be closed at its end. */
    CallerWait toSend(Connection connection, Duration patience) {
        return waitFor(new CallerWait(connection, connection::breakOffReading, patience, () -> true, this));
    }

    /** For an answer to be taken, from when it has begun; to be closed at its end. */
    CallerWait toTake(Connection connection, Duration patience, BooleanSupplier hasBegun) {
        return waitFor(new CallerWait(connection, connection::breakOffWriting, patience, hasBegun, this));
    }

    private CallerWait waitFor(CallerWait wait) {
        waits.add(wait);
        return wait;
    }

    private void look() {
        time.tick();
        for (CallerWait wait : waits) {
            try {
                wait.look(time.now());
            } catch (RuntimeException failure) {
                log.atError().setCause(failure).log("A wait for a caller was not looked at");
            }
        }
    }

    /** In nanoseconds of the callers' time. */
    long now() {
        return time.now();
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
