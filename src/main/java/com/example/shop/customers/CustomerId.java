package com.example.shop.customers;

import java.util.UUID;

/** The id of a customer, which is the subject of the customer's tokens too. */
public record CustomerId(UUID value) {

    /**
     * The id behind a subject.
     *
     * @throws IllegalArgumentException when it is not a UUID
     */
    public static CustomerId of(String subject) {
        return new CustomerId(UUID.fromString(subject));
    }
}
