package com.example.simulator.traffic;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;

/** The traffic's meters. */
enum TrafficMeters implements DescribedMeter {
    JOURNEYS(MeterDescription.counter(
            "traffic.journeys", "journeys", "Journeys that ended, by how they came out", Key.JOURNEY, Key.OUTCOME)),
    SKIPPED_JOURNEYS(MeterDescription.counter(
            "traffic.skipped.journeys", "journeys", "Journeys not started because too many were under way")),
    REQUESTS(MeterDescription.timer(
            "traffic.requests",
            "What the customer waited for one answer of the shop",
            Key.JOURNEY,
            Key.STEP,
            Key.OUTCOME));

    private final MeterDescription meter;

    TrafficMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    /** Labels, each with values from an enum. */
    enum Key implements DescribedKey {
        JOURNEY("journey", "the journey's name", JourneyName.labels()),
        STEP("step", "what the call was for", Step.labels()),
        OUTCOME("outcome", "how it came out", Outcome.labels());

        private final String label;
        private final String meaning;
        private final List<String> values;

        Key(String label, String meaning, List<String> values) {
            this.label = label;
            this.meaning = meaning;
            this.values = values;
        }

        @Override
        public String asString() {
            return label;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public List<String> closedValues() {
            return values;
        }
    }
}
