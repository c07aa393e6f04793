package com.example.shop.orders;

import com.example.shop.payments.PayableId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an order. */
record OrderId(@JsonValue UUID value) {

    PayableId payable() {
        return new PayableId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
