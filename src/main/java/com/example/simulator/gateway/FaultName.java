package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The faults that can be switched on; written in lower case with hyphens. */
enum FaultName {
    /** Answers late. */
    LATENCY,
    /** Answers 500 and decides nothing. */
    ERROR,
    /** Declines charges that would have succeeded. */
    DECLINE,
    /** Accepts the request and does nothing until healed, then goes on. */
    HANG,
    /** Decides, then closes the connection without an answer. */
    DROP_ANSWER,
    /** Answers 503 and decides nothing. */
    OUTAGE;

    static Optional<FaultName> of(String label) {
        return Stream.of(values()).filter(name -> name.label().equals(label)).findFirst();
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
