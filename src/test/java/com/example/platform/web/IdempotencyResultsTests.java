package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class IdempotencyResultsTests {

    @Test
    void everyResultIsCountedFromTheStart() {
        MeterRegistry meters = new SimpleMeterRegistry();

        new IdempotencyResults(meters);

        assertThat(meters.find("idempotency.calls").counters())
                .extracting(counter -> counter.getId().getTag("result"))
                .containsExactlyInAnyOrderElementsOf(WebMeters.Key.RESULT.closedValues());
    }
}
