package com.example.shop.orders;

import com.example.shop.payments.Payment;
import java.time.Duration;

/** What became of the wish to pay an order. */
sealed interface PaymentResult {

    /** The payment as it stands: captured, declined, pending, or failed before it was sent. */
    record Made(Payment payment) implements PaymentResult {}

    record NoSuchOrder() implements PaymentResult {}

    /** The order can no longer be paid. */
    record Closed(OrderStatus status) implements PaymentResult {}

    record AnotherInFlight() implements PaymentResult {}

    /** The gateway's circuit is open. */
    record GatewayAway(Duration retryAfter) implements PaymentResult {}
}
