package com.example.shop.orders;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The meters of orders. Those read from the database are the same on every replica: read them with max, not sum. */
enum OrderMeter implements MeterDocumentation {

    /** Orders placed. */
    PLACED("orders.placed", Meter.Type.COUNTER, "orders"),

    /** Orders paid; over orders.placed it is the conversion of any period. */
    PAID("orders.paid", Meter.Type.COUNTER, "orders"),

    /** Unpaid orders closed. */
    LAPSED("orders.lapsed", Meter.Type.COUNTER, "orders", Label.REASON),

    /** Value of an order when it is placed: count, sum and quantiles, computed on each replica. */
    VALUE("orders.value", Meter.Type.DISTRIBUTION_SUMMARY, "euros"),

    /** Revenue, counted when a payment is captured. */
    REVENUE("orders.revenue", Meter.Type.COUNTER, "euros", Label.CATEGORY),

    /** Pieces of an order when it is placed, with the bounds 1, 5, 10, 20, 50. */
    CART_SIZE("orders.cart.size", Meter.Type.DISTRIBUTION_SUMMARY, "items"),

    /** From placing an order to its captured payment, with the bounds 1, 5, 10, 30, 60, 120 s. */
    CHECKOUT_DURATION("orders.checkout.duration", Meter.Type.TIMER, null),

    /** Payments that came when the order could no longer be paid, and went back. */
    LATE_PAYMENTS("orders.late.payments", Meter.Type.COUNTER, "payments"),

    /** Orders that wait for their payment; from the database. */
    INCOMPLETE("orders.incomplete", Meter.Type.GAUGE, "orders"),

    /** Age of the oldest of them; from the database. */
    INCOMPLETE_AGE("orders.incomplete.age", Meter.Type.GAUGE, "seconds"),

    /** Share of the orders of the last hour that are paid, 0 to 1, NaN when there were none; from the database. */
    CONVERSION("orders.conversion.ratio", Meter.Type.GAUGE, null);

    private final String name;

    private final Meter.Type type;

    private final @Nullable String unit;

    private final KeyName[] labels;

    OrderMeter(String name, Meter.Type type, @Nullable String unit, KeyName... labels) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.labels = labels;
    }

    @Override
    public String getName() {
        return name;
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
    public KeyName[] getKeyNames() {
        return labels;
    }

    enum Label implements KeyName {

        /** A category of the catalogue. */
        CATEGORY,

        /** cancelled or expired. */
        REASON;

        @Override
        public String asString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
