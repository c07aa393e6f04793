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
        Optional<Duration> away = payments.unavailableFor();
        if (away.isPresent()) {
            return new PaymentResult.GatewayAway(away.get());
        }
        PaymentResult opened =
                Objects.requireNonNull(transaction.execute(status -> open(order, owner, payment, token)));
        return opened instanceof PaymentResult.Made made
                ? new PaymentResult.Made(payments.process(made.payment()))
                : opened;
    }

    private PaymentResult open(OrderId id, String owner, PaymentId payment, PaymentToken token) {
        OrderHead order = orders.lock(id).orElse(null);
        if (order == null) {
            return new PaymentResult.NoSuchOrder();
        }
        if (!order.owner().equals(owner)) {
            security.accessRefused("order_owner");
            return new PaymentResult.NoSuchOrder();
        }
        if (!order.status().mayBecome(OrderStatus.PAID)) {
            return alreadyMade(payment, order.status());
        }
        var request = new PaymentRequest(payment, id.payable(), owner, order.total(), token);
        return switch (payments.open(request)) {
            case Opening.Opened opened -> new PaymentResult.Made(opened.payment());
            case Opening.AnotherInFlight other -> new PaymentResult.AnotherInFlight();
            case Opening.AlreadyPaid other -> new PaymentResult.Closed(OrderStatus.PAID);
        };
    }

    /** A call tried again after its answer was lost finds its own payment, although the order is paid by now. */
    private PaymentResult alreadyMade(PaymentId id, OrderStatus status) {
        Optional<Payment> own = payments.find(id);
        return own.<PaymentResult>map(PaymentResult.Made::new).orElseGet(() -> new PaymentResult.Closed(status));
    }
}
