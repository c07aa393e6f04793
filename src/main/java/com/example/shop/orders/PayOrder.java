package com.example.shop.orders;

import com.example.platform.security.SecurityEvents;
import com.example.shop.payments.Opening;
import com.example.shop.payments.Payment;
import com.example.shop.payments.PaymentId;
import com.example.shop.payments.PaymentRequest;
import com.example.shop.payments.PaymentToken;
import com.example.shop.payments.Payments;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pays orders. The lock on the order, held while the payment is opened and never while the gateway is asked, makes
 * payment, cancellation and expiry of one order take turns.
 */
@Service
class PayOrder {

    private final Orders orders;

    private final Payments payments;

    private final TransactionOperations transaction;

    private final SecurityEvents security;

    PayOrder(Orders orders, Payments payments, TransactionOperations transaction, SecurityEvents security) {
        this.orders = orders;
        this.payments = payments;
        this.transaction = transaction;
        this.security = security;
    }

    /** Pays the order of this owner; the same payment id is the same payment, however often it is asked for. */
    PaymentResult pay(OrderId order, String owner, PaymentId payment, PaymentToken token) {
        Supplier<PaymentResult> rest = transaction.execute(status -> open(order, owner, payment, token));
        return Objects.requireNonNull(rest).get();
    }

    /** What is left to do once the order is no longer locked. */
    private Supplier<PaymentResult> open(OrderId id, String owner, PaymentId payment, PaymentToken token) {
        OrderHead order = orders.lock(id).orElse(null);
        if (order == null) {
            return PaymentResult.NoSuchOrder::new;
        }
        if (!order.owner().equals(owner)) {
            security.accessRefused("order_owner");
            return PaymentResult.NoSuchOrder::new;
        }
        // first of all: a call tried again is about its own payment, whatever became of the order or the gateway since
        Optional<Payment> own = payments.find(payment);
        return own.isPresent()
                ? () -> new PaymentResult.Made(payments.resume(own.get()))
                : openAnew(order, new PaymentRequest(payment, id.payable(), owner, order.total(), token));
    }

    private Supplier<PaymentResult> openAnew(OrderHead order, PaymentRequest request) {
        if (!order.status().mayBecome(OrderStatus.PAID)) {
            return () -> new PaymentResult.Closed(order.status());
        }
        Optional<Duration> away = payments.turnAway(request.payable());
        if (away.isPresent()) {
            return () -> new PaymentResult.GatewayAway(away.get());
        }
        return switch (payments.open(request)) {
            case Opening.Opened opened -> () -> new PaymentResult.Made(payments.process(opened.payment()));
            case Opening.AnotherInFlight other -> PaymentResult.AnotherInFlight::new;
            case Opening.AlreadyPaid other -> () -> new PaymentResult.Closed(OrderStatus.PAID);
        };
    }
}
