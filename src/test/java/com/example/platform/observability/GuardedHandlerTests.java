package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedHandlerTests {

    private final List<String> heard = new ArrayList<>();
    private final GuardedObservations observations = new GuardedObservations();

    @Test
    void ofSeveralTheFirstThatSupportsTheContextIsTold() {
        observations
                .observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new Told("special", Special.class),
                        new Told("any", Observation.Context.class),
                        new Told("too late", Observation.Context.class)));

        Observation.start("plain", observations).stop();
        Observation.start("special", Special::new, observations).stop();

        assertThat(heard).containsExactly("plain started by any", "special started by special");
    }

    @Test
    void oneThatCannotSayWhatItSupportsLeavesTheOthersToIt() {
        long failures = Instrumentation.failures();
        observations
                .observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new Broken(), new Told("any", Observation.Context.class)));

        Observation.start("plain", observations).stop();

        assertThat(heard).containsExactly("plain started by any");
        assertThat(Instrumentation.failures()).isGreaterThan(failures);
    }

    private static final class Special extends Observation.Context {}

    private final class Told implements ObservationHandler<Observation.Context> {

        private final String name;
        private final Class<?> supported;

        Told(String name, Class<?> supported) {
            this.name = name;
            this.supported = supported;
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return supported.isInstance(context);
        }

        @Override
        public void onStart(Observation.Context context) {
            heard.add(context.getName() + " started by " + name);
        }
    }

    private static final class Broken implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            throw new IllegalStateException("cannot say");
        }
    }
}
