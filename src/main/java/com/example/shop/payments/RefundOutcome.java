package com.example.shop.payments;

import com.example.shop.Money;
import java.time.Duration;

/** What became of the wish to send money back. */
sealed interface RefundOutcome {

    /** The refund exists; it may still wait for the gateway. */
    record Made(Refund refund) implements RefundOutcome {}

    /** More was asked for than is left of the payment. */
    record Exceeds(Money left) implements RefundOutcome {}

    /** Nothing was captured that could go back. */
    record NotCaptured() implements RefundOutcome {}

    record NoSuchPayment() implements RefundOutcome {}

    /** The gateway's circuit is open. */
    record GatewayAway(Duration retryAfter) implements RefundOutcome {}
}
