package com.example.shop.payments;

/** What is known after asking the gateway to move money. */
sealed interface GatewayAnswer {

    /** The gateway did it, now or on an earlier request with the same key. */
    record Done(String gatewayId) implements GatewayAnswer {}

    /** The gateway said no to a charge, for good. */
    record Declined(DeclineReason reason) implements GatewayAnswer {}

    /** The gateway said no to a refund, for good. */
    record Refused() implements GatewayAnswer {}

    /** The gateway knows nothing under this key; it may still receive an earlier request. */
    record NotFound() implements GatewayAnswer {}

    /** No answer, or none that can be understood: it may have been done or not. */
    record Unknown(UnknownCause cause) implements GatewayAnswer {}

    /** The circuit is open, so nothing was sent. */
    record NotSent() implements GatewayAnswer {}
}
