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
    private final Half half;
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

    /** What the caller is waited for to do with the connection. */
    enum Half {
        SEND,
        TAKE
    }

    CallerWait(Connection connection, Half half, Duration patience, BooleanSupplier hasBegun, SlowCallers callers) {
        this.connection = connection;
        this.half = half;
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
                breakOff();
            }
        } else if (callers.isSlow(now - brokenOff)) {
            // also who is to be told to send, and does not take that
            connection.breakOffWriting();
        }
    }

    private void breakOff() {
        if (half == Half.SEND) {
            connection.breakOffReading();
        } else {
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
