package com.example.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RegistrationCounterTests {

    @Test
    void everyReasonIsCountedFromTheStart() {
        MeterRegistry meters = new SimpleMeterRegistry();

        new RegistrationCounter(meters);

        assertThat(meters.find("customers.registrations").counters())
                .extracting(counter -> counter.getId().getTag("reason"))
                .containsExactlyInAnyOrderElementsOf(CustomerMeters.Key.REASON.closedValues());
        assertThat(meters.get("customers.registrations")
                        .tags("outcome", "registered", "reason", "none")
                        .counter()
                        .count())
                .isZero();
    }
}
