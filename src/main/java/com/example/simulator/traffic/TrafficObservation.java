package com.example.simulator.traffic;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedObservation;
import io.micrometer.common.docs.KeyName;
import java.util.List;

/** The observations of the traffic. */
enum TrafficObservation implements DescribedObservation {
    JOURNEY;

    @Override
    public String getName() {
        return "traffic.journey";
    }

    @Override
    public String meaning() {
        return "One run of a journey, from its first call to the shop to its last; the root of their trace";
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return LowKey.values();
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return HighKey.values();
    }

    /** Keys of span and meter. */
    enum LowKey implements DescribedKey {
        JOURNEY(TrafficMeters.Key.JOURNEY),
        OUTCOME(TrafficMeters.Key.OUTCOME);

        private final DescribedKey key;

        LowKey(DescribedKey key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key.asString();
        }

        @Override
        public String meaning() {
            return key.meaning();
        }

        @Override
        public List<String> closedValues() {
            return key.closedValues();
        }
    }

    /** Keys of the span alone. */
    enum HighKey implements DescribedKey {
        SYNTHETIC;

        @Override
        public String asString() {
            return "user_agent.synthetic.type";
        }

        @Override
        public String meaning() {
            return "OpenTelemetry's mark of synthetic requests";
        }

        @Override
        public List<String> closedValues() {
            return List.of("test");
        }
    }
}
