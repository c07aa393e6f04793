package com.example.chaos;

import java.time.Instant;

/**
 * One request of a client and what it was told.
 *
 * @param key the idempotency key, or empty
 * @param about the order or payment asked about, or empty when it is about to be made
 * @param status of HTTP; 0 when there was no answer
 * @param id of what was made, or empty
 */
record Told(Operation operation, String key, String about, int status, String id, Instant asked, Instant answered) {

    /** What a client may ask for. */
    enum Operation {
        PLACE,
        PAY,
        CANCEL,
        REFUND
    }

    /** Something was made, or refused for good, and the same key must never be told anything else. */
    boolean isOutcome() {
        return status == 201 || status == 202 || status == 402;
    }

    /** The client has to ask again to know. */
    boolean isOpen() {
        return status == 0 || status == 429 || status >= 500;
    }

    boolean isRefusal() {
        return !isOutcome() && !isOpen() && status >= 400;
    }

    String outcome() {
        return status + " " + id;
    }
}
