package com.example.shop.orders;

import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/** The meters of orders. Those read from the database are the same on every replica: read them with max, not sum. */
enum OrderMeter implements DescribedMeter {
    PLACED("orders.placed", Meter.Type.COUNTER, "orders", "Orders placed"),
    PAID("orders.paid", Meter.Type.COUNTER, "orders", "Orders paid; over those placed it is the conversion"),
    LAPSED("orders.lapsed", Meter.Type.COUNTER, "orders", "Unpaid orders closed", OrderLabel.REASON),
    VALUE("orders.value", Meter.Type.DISTRIBUTION_SUMMARY, "euros", "Value of an order when it is placed"),
    REVENUE("orders.revenue", Meter.Type.COUNTER, "euros", "Revenue of captured payments", OrderLabel.CATEGORY),
    CART_SIZE("orders.cart.size", Meter.Type.DISTRIBUTION_SUMMARY, "items", "Pieces of an order when it is placed"),
    CHECKOUT_DURATION(
            "orders.checkout.duration", Meter.Type.TIMER, null, "From placing an order to its captured payment"),
    LATE_PAYMENTS(
            "orders.late.payments",
            Meter.Type.COUNTER,
            "payments",
            "Payments that came when the order could no longer be paid, and went back"),
    INCOMPLETE("orders.incomplete", Meter.Type.GAUGE, "orders", "Orders that wait for their payment; read with max"),
    INCOMPLETE_AGE(
            "orders.incomplete.age",
            Meter.Type.GAUGE,
            "seconds",
            "Age of the oldest order that waits for its payment; read with max"),
    CONVERSION(
            "orders.conversion.ratio",
            Meter.Type.GAUGE,
            "ratio",
            "Share of the orders of the last hour that are paid, 0 to 1, NaN when there were none; read with max");

    private final String meterName;

    private final Meter.Type type;

    private final @Nullable String unit;

    private final String description;

    private final KeyName[] labels;

    OrderMeter(String meterName, Meter.Type type, @Nullable String unit, String description, KeyName... labels) {
        this.meterName = meterName;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.labels = labels;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public KeyName[] getKeyNames() {
        return labels.clone();
    }
}
