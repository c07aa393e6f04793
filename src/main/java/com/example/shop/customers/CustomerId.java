package com.example.shop.customers;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a customer, which is the subject of the customer's tokens too. */
public record CustomerId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The id behind a subject; empty for one that another issuer made, who need not use UUIDs. */
    public static Optional<CustomerId> ofSubject(String subject) {
        return FORM.matcher(subject).matches()
                ? Optional.of(new CustomerId(UUID.fromString(subject)))
                : Optional.empty();
    }
}
