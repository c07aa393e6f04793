package com.example.shop.customers;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;

/** The meters of the customers. */
enum CustomerMeters implements DescribedMeter {
    REGISTRATIONS(MeterDescription.counter(
            "customers.registrations",
            "registrations",
            "Attempts to register, by outcome and reason",
            Key.OUTCOME,
            Key.REASON));

    private final MeterDescription meter;

    CustomerMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    enum Key implements DescribedKey {
        OUTCOME("outcome", "how it ended", "failed", "registered"),
        REASON(
                "reason",
                "why it failed: error is our fault; none when it did not fail",
                "duplicate",
                "error",
                "invalid",
                "none",
                "throttled");

        private final String key;
        private final String meaning;
        private final List<String> closedValues;

        Key(String key, String meaning, String... closedValues) {
            this.key = key;
            this.meaning = meaning;
            this.closedValues = List.of(closedValues);
        }

        @Override
        public String asString() {
            return key;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public List<String> closedValues() {
            return closedValues;
        }
    }
}
