package com.example.platform.observability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what instrumentation throws from those it looks at: their work is done whether or not it was counted. */
public final class Instrumentation {

    private static final Logger log = LoggerFactory.getLogger(Instrumentation.class);

    private Instrumentation() {}

    /** Counts or logs something; never throws an exception. */
    public static void run(Runnable instrumentation) {
        try {
            instrumentation.run();
        } catch (RuntimeException failure) {
            tell(failure);
        }
    }

    private static void tell(RuntimeException failure) {
        try {
            log.atWarn()
                    .addKeyValue("event", "telemetry.failed")
                    .setCause(failure)
                    .log("Instrumentation failed; what it looked at goes on");
        } catch (RuntimeException nothingWorks) {
            failure.addSuppressed(nothingWorks);
        }
    }
}
