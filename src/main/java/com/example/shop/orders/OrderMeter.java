package com.example.shop.orders;

import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;

/** The meters of orders. Those read from the database are the same on every replica: read them with max, not sum. */
enum OrderMeter implements DescribedMeter {
    PLACED(MeterDescription.counter("orders.placed", "orders", "Orders placed")),
    PAID(MeterDescription.counter("orders.paid", "orders", "Orders paid; over those placed it is the conversion")),
    LAPSED(MeterDescription.counter("orders.lapsed", "orders", "Unpaid orders closed", OrderLabel.REASON)),
    VALUE(MeterDescription.summary("orders.value", "euros", "Value of an order when it is placed")),
    REVENUE(MeterDescription.counter("orders.revenue", "euros", "Revenue of captured payments", OrderLabel.CATEGORY)),
    CART_SIZE(MeterDescription.summary("orders.cart.size", "items", "Pieces of an order when it is placed")),
    CHECKOUT_DURATION(
            MeterDescription.timer("orders.checkout.duration", "From placing an order to its captured payment")),
    LATE_PAYMENTS(MeterDescription.counter(
            "orders.late.payments",
            "payments",
            "Payments that came when the order could no longer be paid, and went back")),
    INCOMPLETE(
            MeterDescription.gauge("orders.incomplete", "orders", "Orders that wait for their payment; read with max")),
    INCOMPLETE_AGE(MeterDescription.gauge(
            "orders.incomplete.age", "seconds", "Age of the oldest order that waits for its payment; read with max")),
    CONVERSION(MeterDescription.gauge(
            "orders.conversion.ratio",
            "ratio",
            "Share of the orders of the last hour that are paid, 0 to 1, NaN when there were none; read with max"));

    private final MeterDescription meter;

    OrderMeter(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }
}
