package com.example.shop.orders;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The life of an order; a status decides which come next. */
enum OrderStatus {
    PENDING_PAYMENT,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CANCELLED,
    EXPIRED;

    /** The status named by text from outside, in capitals as in answers. */
    static Optional<OrderStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text))
                .findFirst();
    }

    Set<OrderStatus> next() {
        return switch (this) {
            case PENDING_PAYMENT -> Set.of(PAID, CANCELLED, EXPIRED);
            case PAID, PARTIALLY_REFUNDED -> Set.of(PARTIALLY_REFUNDED, REFUNDED);
            case REFUNDED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    boolean mayBecome(OrderStatus other) {
        return next().contains(other);
    }
}
