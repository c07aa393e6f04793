package com.example.platform.web;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One wait for one caller, who sends a body or takes an answer. Thread-safe. */
final class CallerWait implements AutoCloseable {

    /** Why it was broken off. */
    enum Reason {
        TOO_LONG,
        TOO_MANY_ARE_SLOW
    }

    private final Duration patience;
    private final BooleanSupplier hasBegun;
    private final Runnable breakOff;
    private final SlowCallers callers;
    private boolean begun;
    private long began;
    private boolean place;
    private boolean over;
    private @Nullable Reason reason;

    CallerWait(Duration patience, BooleanSupplier hasBegun, Runnable breakOff, SlowCallers callers) {
        this.patience = patience;
        this.hasBegun = hasBegun;
        this.breakOff = breakOff;
        this.callers = callers;
        this.began = System.nanoTime();
        this.begun = hasBegun.getAsBoolean();
    }

    /** Breaks it off if it is time to, once. */
    synchronized void look(long now) {
        if (over || reason != null || !hasBegunBy(now)) {
            return;
        }
        reason = isOver(now - began);
        if (reason != null) {
            breakOff.run();
        }
    }

    private boolean hasBegunBy(long now) {
        if (!begun && hasBegun.getAsBoolean()) {
            begun = true;
            began = now;
        }
        return begun;
    }

    private @Nullable Reason isOver(long nanos) {
        if (nanos > patience.toNanos()) {
            return Reason.TOO_LONG;
        }
        place = place || callers.isSlow(nanos) && callers.takePlace();
        return place || !callers.isSlow(nanos) ? null : Reason.TOO_MANY_ARE_SLOW;
    }

    /** Why it was broken off, or nothing. */
    synchronized @Nullable Reason reason() {
        return reason;
    }

    /** From now on nothing is broken off. */
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            callers.forget(this, place);
        }
    }
}
