package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** PENDING until the gateway's answer is known; the other states are final. */
public enum PaymentStatus {
    PENDING,
    CAPTURED,
    DECLINED,
    /** The charge never left this service, so nothing can have been taken. */
    FAILED;

    public boolean isSettled() {
        return this != PENDING;
    }

    /** The name in answers and labels. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
