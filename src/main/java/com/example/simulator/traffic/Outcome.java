package com.example.simulator.traffic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a step, or the journey it ended, came out. */
enum Outcome {
    /** As the journey wants it. */
    COMPLETED,
    /** The payment was declined and the journey did not ask for that. */
    DECLINED,
    /** The shop does not know yet: 202. */
    UNKNOWN,
    /** The shop was busy or throttles: 429 or 503. */
    REFUSED,
    /** Any other answer. */
    FAILED,
    /** No answer. */
    UNREACHABLE;

    /** What an answer means that is not the one hoped for. */
    static Outcome of(Answer answer) {
        return switch (answer.status()) {
            case Answer.NONE -> UNREACHABLE;
            case 202 -> UNKNOWN;
            case 402 -> DECLINED;
            case 429, 503 -> REFUSED;
            default -> FAILED;
        };
    }

    static List<String> labels() {
        return Stream.of(values()).map(Outcome::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
