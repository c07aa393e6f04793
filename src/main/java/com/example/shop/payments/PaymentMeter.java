package com.example.shop.payments;

import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/** The meters of payments. Those read from the database are the same on every replica: read them with max, not sum. */
enum PaymentMeter implements DescribedMeter {
    PAYMENTS(
            "payments",
            Meter.Type.COUNTER,
            null,
            "Answers to charges; one that was unknown first and settled later counts under both outcomes",
            PaymentLabel.OUTCOME,
            PaymentLabel.REASON),
    REFUNDS("payments.refunds", Meter.Type.COUNTER, null, "Answers to refunds", PaymentLabel.RESULT),
    UNSETTLED(
            "payments.unsettled",
            Meter.Type.GAUGE,
            null,
            "Payments and refunds whose outcome is not known yet; read with max"),
    UNSETTLED_AGE(
            "payments.unsettled.age",
            Meter.Type.GAUGE,
            "seconds",
            "Age of the oldest payment or refund whose outcome is not known yet; read with max");

    private final String meterName;

    private final Meter.Type type;

    private final @Nullable String unit;

    private final String description;

    private final KeyName[] labels;

    PaymentMeter(String meterName, Meter.Type type, @Nullable String unit, String description, KeyName... labels) {
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
