package com.example.shop.customers;

import java.util.UUID;

/** The id of a customer. */
public record CustomerId(UUID value) {

    public static CustomerId of(String subject) {
        return new CustomerId(UUID.fromString(subject));
    }
}
