package com.example.shop.orders;

import com.example.shop.payments.PaymentCaptured;
import com.example.shop.payments.PaymentRefunded;
import com.example.shop.payments.Payments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets orders follow their payments, in the transaction that settles the payment: never one without the other. */
@Component
class PaymentListener {

    private final Orders orders;

    private final Payments payments;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    PaymentListener(Orders orders, Payments payments, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(PaymentCaptured event) {
        OrderId id = new OrderId(event.payable().value());
        OrderHead order = orders.lock(id).orElseThrow();
        if (order.status().mayBecome(OrderStatus.PAID)) {
            Instant now = clock.instant();
            orders.change(id, OrderStatus.PAID, now);
            events.publishEvent(new OrderPaid(orders.find(id).orElseThrow(), now));
        } else {
            payments.sendBack(event.payment());
            events.publishEvent(new LatePayment(id, event.payment()));
        }
    }

    @EventListener
    void on(PaymentRefunded event) {
        OrderId id = new OrderId(event.payable().value());
        OrderStatus after = event.isWhole() ? OrderStatus.REFUNDED : OrderStatus.PARTIALLY_REFUNDED;
        // an order that was never paid, because its payment came too late, keeps the status that closed it
        if (orders.lock(id).orElseThrow().status().mayBecome(after)) {
            orders.change(id, after, null);
            events.publishEvent(new OrderRefunded(id, after));
        }
    }
}
