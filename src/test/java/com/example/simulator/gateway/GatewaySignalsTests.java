package com.example.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewaySignalsTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start() {
        new GatewaySignals(meters, new Faults(new MutableClock(), new Random(7)));
    }

    @Test
    void everyAnswerIsCountedFromTheStart() {
        assertThat(values("gateway.charges", "outcome"))
                .containsOnlyOnceElementsOf(List.of("conflict", "replayed", "succeeded"))
                .contains("declined");
        assertThat(values("gateway.charges", "reason")).containsAll(GatewayMeters.ChargeKey.REASON.closedValues());
        assertThat(values("gateway.refunds", "outcome"))
                .containsExactlyInAnyOrderElementsOf(GatewayMeters.RefundKey.OUTCOME.closedValues());
    }

    @Test
    void everyFaultIsCountedFromTheStart() {
        assertThat(values("gateway.struck.requests", "fault"))
                .containsExactlyInAnyOrderElementsOf(GatewayMeters.FaultKey.FAULT.closedValues());
    }

    private List<String> values(String meter, String label) {
        return meters.find(meter).counters().stream()
                .map(counter -> counter.getId().getTag(label))
                .toList();
    }
}
