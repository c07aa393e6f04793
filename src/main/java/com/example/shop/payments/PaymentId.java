package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a payment, and the key under which the gateway knows its charge. */
public record PaymentId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
