package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** PENDING until the gateway's answer is known; the other states are final. */
enum RefundStatus {
    PENDING,
    REFUNDED,
    REFUSED;

    /** The name in answers and labels. */
    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
