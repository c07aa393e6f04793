package com.example.shop.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** A part of telemetry that throws while it is broken. */
public enum BrokenPart {
    HANDLER_SUPPORTS,
    HANDLER_START,
    HANDLER_STOP,
    HANDLER_ERROR,
    HANDLER_SCOPE_OPENED,
    HANDLER_SCOPE_CLOSED,
    CONVENTION,
    GLOBAL_CONVENTION,
    PREDICATE,
    FILTER_OF_OBSERVATIONS,
    SPAN_START,
    SPAN_END,
    SPAN_EXPORT,
    METER,
    METER_REGISTRATION,
    FILTER_OF_METERS,
    LOG_APPENDER,
    LOG_ENCODER,
    LOG_FILTER,
    LOG_ARGUMENT;

    private final AtomicInteger strikes = new AtomicInteger();

    private volatile boolean broken;

    public void breakIt() {
        strikes.set(0);
        broken = true;
    }

    public void mend() {
        broken = false;
    }

    /** How often it threw since it was broken. */
    public int strikes() {
        return strikes.get();
    }

    /**
     * Throws while this part is broken; every second time what a class missing at run time would cause, but of the log:
     * Logback holds exceptions only.
     */
    public void strike() {
        if (broken) {
            if (strikes.incrementAndGet() % 2 == 0 && !name().startsWith("LOG_")) {
                throw new NoClassDefFoundError("made by a test");
            }
            throw new IllegalStateException("made by a test");
        }
    }
}
