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

    private final Connection connection;
    private final Runnable breakOff;
    private final Duration patience;
    private final BooleanSupplier hasBegun;
    private final SlowCallers callers;
    private final long waitedBefore;
    private boolean begun;
    private long began;
    private boolean place;
    private boolean over;
    private @Nullable Reason reason;
    private long brokenOff;

    /** Of which the given action makes an end. */
    CallerWait(
            Connection connection,
            Runnable breakOff,
            Duration patience,
            BooleanSupplier hasBegun,
            SlowCallers callers) {
        this.connection = connection;
        this.breakOff = breakOff;
        this.patience = patience;
        this.hasBegun = hasBegun;
        this.callers = callers;
        this.waitedBefore = connection.turn().waited();
        this.began = callers.now();
        this.begun = hasBegun.getAsBoolean();
    }

    /** Breaks it off if it is time to. */
    synchronized void look(long now) {
        if (over || !hasBegunBy(now)) {
            return;
        }
        if (reason == null) {
            reason = reasonAfter(waitedBefore + now - began);
            if (reason != null) {
                brokenOff = now;
                breakOff.run();
            }
        } else if (callers.isSlow(now - brokenOff)) {
            // who waits to read may be held up by writing: a "100 Continue" that the caller does not take
            connection.breakOffWriting();
        }
    }

    private boolean hasBegunBy(long now) {
        if (!begun && hasBegun.getAsBoolean()) {
            begun = true;
            began = now;
        }
        return begun;
    }

    private @Nullable Reason reasonAfter(long nanos) {
        if (nanos > patience.toNanos()) {
            return Reason.TOO_LONG;
        }
        if (!callers.isSlow(nanos)) {
            return null;
        }
        place = place || callers.takePlace();
        return place ? null : Reason.TOO_MANY_ARE_SLOW;
    }

    /** Why it was broken off, or nothing; for certain once it is closed. */
    synchronized @Nullable Reason reason() {
        return reason;
    }

    /** From now on nothing is broken off. */
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            if (begun) {
                connection.turn().hasWaited(Math.max(0, callers.now() - began));
            }
            callers.forget(this, place);
        }
    }
}
