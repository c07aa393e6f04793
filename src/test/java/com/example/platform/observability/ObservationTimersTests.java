package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ObservationTimersTests {

    private final MeterRegistry own = new SimpleMeterRegistry();
    private final MeterRegistry micrometers = new SimpleMeterRegistry();

    @Test
    void makesTheMetersThatMicrometersHandlerMakes() {
        observe(new ObservationTimers(own, () -> null));
        observe(new DefaultMeterObservationHandler(micrometers, IgnoredMeters.LONG_TASK_TIMER));

        assertThat(counts(own))
                .hasSize(4)
                .containsEntry("work[error=none, kind=a]", 2.0)
                .isEqualTo(counts(micrometers));
    }

    @Test
    void aTimerThatWasRemovedIsMadeAnew() {
        ObservationTimers timers = new ObservationTimers(own, () -> null);
        observe(timers);
        own.getMeters().forEach(own::remove);
        observe(timers);

        assertThat(counts(own)).containsEntry("work[error=none, kind=a]", 2.0);
    }

    private static void observe(ObservationHandler<?> handler) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(handler);
        for (String kind : List.of("a", "b", "a")) {
            Observation.createNotStarted("work", observations)
                    .lowCardinalityKeyValue("kind", kind)
                    .highCardinalityKeyValue("detail", "of no timer")
                    .observe(() -> {});
        }
        Observation failed = Observation.start("work", observations).lowCardinalityKeyValue("kind", "a");
        failed.event(Observation.Event.of("halfway"));
        failed.error(new IllegalStateException("made by a test")).stop();
    }

    /** Of each meter, how often. */
    private static Map<String, Double> counts(MeterRegistry registry) {
        Map<String, Double> counts = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            List<String> labels = meter.getId().getTags().stream()
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .toList();
            counts.put(
                    meter.getId().getName() + labels,
                    meter.measure().iterator().next().getValue());
        }
        return counts;
    }
}
