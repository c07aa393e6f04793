package com.example.shop.orders;

import com.example.platform.security.SecurityEvents;
import com.example.shop.payments.Payments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels orders, only while nothing was paid and nothing waits for the gateway. */
@Service
class CancelOrder {

    private final Orders orders;

    private final Payments payments;

    private final ApplicationEventPublisher events;

    private final SecurityEvents security;

    CancelOrder(Orders orders, Payments payments, ApplicationEventPublisher events, SecurityEvents security) {
        this.orders = orders;
        this.payments = payments;
        this.events = events;
        this.security = security;
    }

    @Transactional
    Result cancel(OrderId id, String owner) {
        OrderHead order = orders.lock(id).orElse(null);
        if (order == null) {
            return Result.NO_SUCH_ORDER;
        }
        if (!order.owner().equals(owner)) {
            security.accessRefused("order_owner");
            return Result.NO_SUCH_ORDER;
        }
        if (!order.status().mayBecome(OrderStatus.CANCELLED)) {
            return Result.CLOSED;
        }
        // a statement of its own after the lock, so that it sees what was committed while waiting for it
        if (payments.hasUnsettled(id.payable())) {
            return Result.PAYMENT_IN_FLIGHT;
        }
        orders.change(id, OrderStatus.CANCELLED, null);
        events.publishEvent(new OrderLapsed(id, OrderStatus.CANCELLED));
        return Result.CANCELLED;
    }

    enum Result {
        CANCELLED,
        NO_SUCH_ORDER,
        CLOSED,
        PAYMENT_IN_FLIGHT
    }
}
