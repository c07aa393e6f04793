package com.example.ops.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of an objective: what it allowed of so many events, and what became of that.
 *
 * @param target the least share of good events, between 0 and 1
 * @param events all events of the period, as far as they are known; more than none
 * @param errors the bad ones among them
 * @param period what the target is over
 * @param covered of how much of it the events are known
 */
record ErrorBudget(double target, double events, double errors, Duration period, Duration covered) {

    private static final double SECONDS_A_MINUTE = 60;

    ErrorBudget {
        if (!(target > 0 && target < 1) || !(events > 0) || !(errors >= 0) || errors > events) {
            throw new UnreliableFigures("out_of_range");
        }
    }

    double actual() {
        return rounded(1 - errors / events);
    }

    double margin() {
        return rounded(actual() - target);
    }

    boolean met() {
        return margin() >= 0;
    }

    double allowedErrors() {
        return rounded(share() * events);
    }

    /** Minutes of a whole outage that the period bears. */
    double allowedMinutes() {
        return rounded(share() * period.toSeconds() / SECONDS_A_MINUTE);
    }

    /** The errors as minutes of a whole outage, in the time that is known. */
    double spentMinutes() {
        return rounded(errors / events * covered.toSeconds() / SECONDS_A_MINUTE);
    }

    /** The share of the budget that is left; less than nothing when it is overspent. */
    double left() {
        return rounded(1 - errors / (share() * events));
    }

    /** The share of the budget that so many errors take. */
    double used(double some) {
        return rounded(some / (share() * events));
    }

    /** How many times too fast the budget goes at this share of errors. */
    double burnRate(double errorRatio) {
        return rounded(errorRatio / share());
    }

    /** When nothing is left at that burn rate; none if it lasts for another period, now if it is gone. */
    @Nullable
    Instant exhaustion(Instant now, double burnRate) {
        if (left() <= 0) {
            return now;
        }
        double seconds = left() * period.toSeconds() / burnRate;
        return seconds <= period.toSeconds() ? now.plusSeconds((long) seconds) : null;
    }

    private double share() {
        return 1 - target;
    }

    /** Without the digits that only binary fractions have. */
    static double rounded(double number) {
        return BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_EVEN).doubleValue();
    }
}
