package com.example.simulator.traffic;

import com.example.simulator.traffic.TrafficObservation.HighKey;
import com.example.simulator.traffic.TrafficObservation.LowKey;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;

/** Runs journeys, each under an observation of its own; whatever happens in one comes back as its outcome. Thread-safe. */
class Journeys {

    private final Map<JourneyName, Journey> journeys;
    private final ShopClient shop;
    private final TrafficSignals signals;
    private final ObservationRegistry observations;

    Journeys(
            Map<JourneyName, Journey> journeys,
            ShopClient shop,
            TrafficSignals signals,
            ObservationRegistry observations) {
        this.journeys = journeys;
        this.shop = shop;
        this.signals = signals;
        this.observations = observations;
    }

    Outcome run(JourneyName name) {
        Observation observation = TrafficObservation.JOURNEY
                .observation(observations)
                .lowCardinalityKeyValue(LowKey.JOURNEY.withValue(name.label()))
                .highCardinalityKeyValue(HighKey.SYNTHETIC.withValue("test"))
                .start();
        try (Observation.Scope scope = observation.openScope()) {
            Outcome outcome = outcome(name, observation);
            observation.lowCardinalityKeyValue(LowKey.OUTCOME.withValue(outcome.label()));
            return outcome;
        } finally {
            observation.stop();
        }
    }

    private Outcome outcome(JourneyName name, Observation observation) {
        try {
            Objects.requireNonNull(journeys.get(name)).run(new Visit(name, shop, signals));
            return Outcome.COMPLETED;
        } catch (JourneyEnded ended) {
            if (ended.outcome() == Outcome.FAILED || ended.outcome() == Outcome.UNREACHABLE) {
                observation.error(ended);
            }
            return ended.outcome();
        } catch (RuntimeException bug) {
            observation.error(bug);
            signals.broken(name, bug);
            return Outcome.FAILED;
        }
    }
}
