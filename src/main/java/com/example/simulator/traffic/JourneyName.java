package com.example.simulator.traffic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The journeys, with their weight in the default mix; written in lower case with hyphens. */
enum JourneyName {
    /** Looks at the list and at one product. */
    BROWSE(41),
    /** Orders, pays and looks at the order. */
    BUY(35),
    /** Registers, orders and pays, and never comes again. */
    SIGN_UP(1),
    /** Orders and pays with a token that is always declined. */
    DECLINE(3),
    /** Orders and leaves. */
    ABANDON(8),
    /** Pays twice with the same idempotency key and compares the answers. */
    RETRY_SAME_KEY(5),
    /** Logs in with credentials that nobody has. */
    LOGIN_WRONGLY(1),
    /** Calls with a token that the shop never issued. */
    FORGED_TOKEN(1),
    /** Orders and pays; then support pays a part of it back. */
    REFUND_BY_SUPPORT(5),
    /** Registers and logs in the pool of customers; not part of any mix. */
    PREPARE(0);

    private final int defaultWeight;

    JourneyName(int defaultWeight) {
        this.defaultWeight = defaultWeight;
    }

    int defaultWeight() {
        return defaultWeight;
    }

    static List<String> labels() {
        return Stream.of(values()).map(JourneyName::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
