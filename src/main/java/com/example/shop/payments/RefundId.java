package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a refund, and the key under which the gateway knows it. */
record RefundId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
