package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What is paid for, as far as this module knows: an id of somebody else's. At most one payment of it is ever captured. */
public record PayableId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
