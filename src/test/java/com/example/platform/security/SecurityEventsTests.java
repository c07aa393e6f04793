package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.example.platform.observability.LogType;
import com.example.testing.RecordedLog;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SecurityEventsTests {

    @Test
    void aMeterThatFailsReachesNobodyAndTheLineIsWritten() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (id.getName().equals("security.access.refused")) {
                    throw new IllegalStateException("the registry is broken");
                }
                return id;
            }
        });
        SecurityEvents events = new SecurityEvents(registry);

        try (RecordedLog log = new RecordedLog(SecurityEvents.class.getName())) {
            assertThatCode(() -> events.accessRefused("owner")).doesNotThrowAnyException();

            assertThat(log.events(LogType.SECURITY, "security.access.refused")).hasSize(1);
        }
    }
}
