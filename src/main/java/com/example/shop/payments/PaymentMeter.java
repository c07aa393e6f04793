package com.example.shop.payments;

import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;

/** The meters of payments. Those read from the database are the same on every replica: read them with max, not sum. */
enum PaymentMeter implements DescribedMeter {
    CHARGES(MeterDescription.counter(
            "payments.charges",
            "charges",
            "Answers to charges; one that was unknown first and settled later counts under both outcomes",
            PaymentLabel.OUTCOME,
            PaymentLabel.REASON)),
    REFUNDS(MeterDescription.counter("payments.refunds", "refunds", "Answers to refunds", PaymentLabel.RESULT)),
    UNSETTLED(MeterDescription.gauge(
            "payments.unsettled", "payments", "Payments and refunds whose outcome is not known yet; read with max")),
    UNSETTLED_AGE(MeterDescription.gauge(
            "payments.unsettled.age",
            "seconds",
            "Age of the oldest payment or refund whose outcome is not known yet; read with max"));

    private final MeterDescription meter;

    PaymentMeter(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }
}
