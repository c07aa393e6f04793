package com.example.shop.payments;

import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;

/** The meters of payments. Those read from the database are the same on every replica: read them with max, not sum. */
enum PaymentMeter implements DescribedMeter {
    PAYMENTS(
            "payments",
            Meter.Type.COUNTER,
            "payments",
            "Answers to charges; one that was unknown first and settled later counts under both outcomes",
            PaymentLabel.OUTCOME,
            PaymentLabel.REASON),
    REFUNDS("payments.refunds", Meter.Type.COUNTER, "refunds", "Answers to refunds", PaymentLabel.RESULT),
    UNSETTLED(
            "payments.unsettled",
            Meter.Type.GAUGE,
            "payments",
            "Payments and refunds whose outcome is not known yet; read with max"),
    UNSETTLED_AGE(
            "payments.unsettled.age",
            Meter.Type.GAUGE,
            "seconds",
            "Age of the oldest payment or refund whose outcome is not known yet; read with max");

    private final String meterName;

    private final Meter.Type type;

    private final String unit;

    private final String description;

    private final KeyName[] labels;

    PaymentMeter(String meterName, Meter.Type type, String unit, String description, KeyName... labels) {
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
    public String getBaseUnit() {
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
