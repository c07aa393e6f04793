package com.example.shop.payments;

/** What became of the wish to open a payment. */
public sealed interface Opening {

    /** The payment exists from now on. */
    record Opened(Payment payment) implements Opening {}

    /** Another payment of the same thing waits for the gateway. */
    record AnotherInFlight() implements Opening {}

    /** Another payment of the same thing was captured. */
    record AlreadyPaid() implements Opening {}
}
