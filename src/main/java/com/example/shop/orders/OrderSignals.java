package com.example.shop.orders;

import static com.example.shop.ShopLogFields.AMOUNT;
import static com.example.shop.ShopLogFields.CHECKOUT_MS;
import static com.example.shop.ShopLogFields.CURRENCY;
import static com.example.shop.ShopLogFields.ORDER_ID;
import static com.example.shop.ShopLogFields.PAYMENT_ID;
import static com.example.shop.ShopLogFields.PIECES;

import com.example.platform.observability.Instrumentation;
import com.example.shop.catalog.Category;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts and logs what became of orders, once it is certain: after the commit. */
@Component
class OrderSignals {

    private static final Logger log = LoggerFactory.getLogger(OrderSignals.class);

    private final MeterRegistry meters;

    private final Counter placed;

    private final Counter paid;

    private final Counter latePayments;

    private final DistributionSummary value;

    private final DistributionSummary cartSize;

    private final Timer checkout;

    OrderSignals(MeterRegistry meters) {
        this.meters = meters;
        placed = OrderMeter.PLACED.counter(meters);
        paid = OrderMeter.PAID.counter(meters);
        latePayments = OrderMeter.LATE_PAYMENTS.counter(meters);
        // from the start, so that the first event is an increase and not a new series
        Arrays.stream(Category.values()).forEach(this::revenue);
        OrderStatus.PENDING_PAYMENT.next().stream()
                .filter(next -> next != OrderStatus.PAID)
                .forEach(this::lapsed);
        value = DistributionSummary.builder(OrderMeter.VALUE.getName())
                .description(OrderMeter.VALUE.description())
                .baseUnit(OrderMeter.VALUE.getBaseUnit())
                .publishPercentiles(0.5, 0.9, 0.99)
                .register(meters);
        cartSize = DistributionSummary.builder(OrderMeter.CART_SIZE.getName())
                .description(OrderMeter.CART_SIZE.description())
                .baseUnit(OrderMeter.CART_SIZE.getBaseUnit())
                .serviceLevelObjectives(1, 5, 10, 20, 50)
                .register(meters);
        checkout = Timer.builder(OrderMeter.CHECKOUT_DURATION.getName())
                .description(OrderMeter.CHECKOUT_DURATION.description())
                .serviceLevelObjectives(bounds(1, 5, 10, 30, 60, 120))
                .register(meters);
    }

    @TransactionalEventListener
    void on(OrderPlaced event) {
        Order order = event.order();
        Instrumentation.run(placed::increment);
        Instrumentation.run(() -> value.record(order.total().inMajorUnits()));
        Instrumentation.run(() -> cartSize.record(order.pieces()));
        log.atInfo()
                .addKeyValue("event", "order.placed")
                .addKeyValue(ORDER_ID.key(), order.id())
                .addKeyValue(AMOUNT.key(), order.total().amount())
                .addKeyValue(CURRENCY.key(), order.total().currency())
                .addKeyValue(PIECES.key(), order.pieces())
                .log("Order placed");
    }

    @TransactionalEventListener
    void on(OrderPaid event) {
        Order order = event.order();
        Duration duration = Duration.between(order.createdAt(), event.paidAt());
        Instrumentation.run(paid::increment);
        Instrumentation.run(() -> checkout.record(duration));
        Instrumentation.run(() -> order.lines()
                .forEach(line -> revenue(line.category()).increment(line.total().inMajorUnits())));
        log.atInfo()
                .addKeyValue("event", "order.paid")
                .addKeyValue(ORDER_ID.key(), order.id())
                .addKeyValue(CHECKOUT_MS.key(), duration.toMillis())
                .log("Order paid");
    }

    @TransactionalEventListener
    void on(OrderLapsed event) {
        Instrumentation.run(() -> lapsed(event.status()).increment());
        log.atInfo()
                .addKeyValue("event", "order." + label(event.status()))
                .addKeyValue(ORDER_ID.key(), event.order())
                .log("Unpaid order closed");
    }

    @TransactionalEventListener
    void on(OrderRefunded event) {
        log.atInfo()
                .addKeyValue("event", "order.refunded")
                .addKeyValue(ORDER_ID.key(), event.order())
                .addKeyValue("status", event.status())
                .log("Order refunded");
    }

    @TransactionalEventListener
    void on(LatePayment event) {
        Instrumentation.run(latePayments::increment);
        log.atWarn()
                .addKeyValue("event", "order.payment.late")
                .addKeyValue(ORDER_ID.key(), event.order())
                .addKeyValue(PAYMENT_ID.key(), event.payment())
                .log("Payment came too late and goes back");
    }

    private Counter revenue(Category category) {
        return OrderMeter.REVENUE.counter(meters, OrderLabel.CATEGORY.withValue(category.label()));
    }

    private Counter lapsed(OrderStatus status) {
        return OrderMeter.LAPSED.counter(meters, OrderLabel.REASON.withValue(label(status)));
    }

    private static String label(OrderStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Duration[] bounds(long... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
