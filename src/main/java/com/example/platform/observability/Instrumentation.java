package com.example.platform.observability;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what instrumentation throws from those it looks at: their work is done whether or not it was counted. Failures
 * are counted, and told of once a minute.
 */
public final class Instrumentation {

    private static final Logger log = LoggerFactory.getLogger(Instrumentation.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    /** Static, since logging and the registry of observations start before any meter. */
    private static final LongAdder FAILURES = new LongAdder();

    private static final AtomicLong TOLD = new AtomicLong(System.nanoTime() - PAUSE);

    private Instrumentation() {}

    /** Counts or logs something; never throws an exception. */
    public static void run(Runnable instrumentation) {
        try {
            instrumentation.run();
        } catch (RuntimeException | LinkageError failure) {
            failed(failure);
        }
    }

    /** For a guard that has caught what instrumentation threw. */
    static void failed(Throwable failure) {
        FAILURES.increment();
        long told = TOLD.get();
        long now = System.nanoTime();
        if (now - told >= PAUSE && TOLD.compareAndSet(told, now)) {
            tell(failure);
        }
    }

    /** Failures since the process started. */
    static long failures() {
        return FAILURES.sum();
    }

    private static void tell(Throwable failure) {
        try {
            log.atWarn()
                    .addKeyValue("event", "telemetry.failed")
                    .setCause(failure)
                    .log("Instrumentation failed; what it looked at goes on, further failures are counted");
        } catch (RuntimeException | LinkageError nothingWorks) {
            failure.addSuppressed(nothingWorks);
        }
    }
}
