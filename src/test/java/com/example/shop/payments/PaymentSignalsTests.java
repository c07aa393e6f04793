package com.example.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaymentSignalsTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void everyOutcomeOfAChargeIsCountedFromTheStart() {
        new PaymentSignals(meters);

        assertZero("captured", "none");
        assertZero("not_sent", "circuit_open");
        Arrays.stream(DeclineReason.values()).forEach(reason -> assertZero("declined", reason.label()));
        Arrays.stream(UnknownCause.values()).forEach(cause -> assertZero("unknown", cause.label()));
    }

    @Test
    void everyOutcomeOfARefundIsCountedFromTheStart() {
        new PaymentSignals(meters);

        assertThat(meters.find("payments.refunds").counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrderElementsOf(PaymentLabel.RESULT.closedValues());
    }

    private void assertZero(String outcome, String reason) {
        assertThat(meters.get("payments.charges")
                        .tags("outcome", outcome, "reason", reason)
                        .counter()
                        .count())
                .isZero();
    }
}
