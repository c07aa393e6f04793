package com.example.simulator.traffic;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import java.util.List;

/** The traffic's meters. */
public enum TrafficMeters implements DescribedMeter {
    JOURNEYS(
            "traffic.journeys",
            Meter.Type.COUNTER,
            "journeys",
            "Journeys that ended, by how they came out",
            Key.JOURNEY,
            Key.OUTCOME),
    SKIPPED_JOURNEYS(
            "traffic.skipped.journeys",
            Meter.Type.COUNTER,
            "journeys",
            "Journeys not started because too many were under way"),
    REQUESTS(
            "traffic.requests",
            Meter.Type.TIMER,
            "seconds",
            "What the customer waited for one answer of the shop",
            Key.JOURNEY,
            Key.STEP,
            Key.OUTCOME);

    private final String meterName;
    private final Meter.Type type;
    private final String unit;
    private final String description;
    private final KeyName[] keys;

    TrafficMeters(String meterName, Meter.Type type, String unit, String description, KeyName... keys) {
        this.meterName = meterName;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
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
