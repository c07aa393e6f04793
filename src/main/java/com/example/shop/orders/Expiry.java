package com.example.shop.orders;

import com.example.shop.payments.Payments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes orders that were not paid in time; one whose payment still waits for the gateway is left until that is settled.
 * Safe with several replicas: what one has locked the others pass over.
 */
@Component
class Expiry {

    private static final int BATCH = 100;

    private static final Duration ANOTHER_CHANCE = Duration.ofSeconds(30);

    private final Orders orders;

    private final Payments payments;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Expiry(
            Orders orders,
            Payments payments,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shop.orders.expiry.interval:5s}")
    void run() {
        int overdue;
        do {
            overdue = Objects.requireNonNull(transaction.execute(status -> expireBatch(clock.instant())));
        } while (overdue == BATCH);
    }

    private int expireBatch(Instant now) {
        List<OrderId> overdue = orders.lockOverdue(now, BATCH);
        for (OrderId id : overdue) {
            if (payments.hasUnsettled(id.payable())) {
                orders.postpone(id, now.plus(ANOTHER_CHANCE));
            } else {
                orders.change(id, OrderStatus.EXPIRED, null);
                events.publishEvent(new OrderLapsed(id, OrderStatus.EXPIRED));
            }
        }
        return overdue.size();
    }
}
