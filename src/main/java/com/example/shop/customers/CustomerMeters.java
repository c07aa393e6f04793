package com.example.shop.customers;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The meters of the customers. */
public enum CustomerMeters implements DescribedMeter {
    REGISTRATIONS("customers.registrations", "Attempts to register, by outcome and reason", Key.OUTCOME, Key.REASON);

    private final String meterName;
    private final String description;
    private final KeyName[] keys;

    CustomerMeters(String meterName, String description, KeyName... keys) {
        this.meterName = meterName;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    @Override
    public String description() {
        return description;
    }

    Counter counter(MeterRegistry registry, String outcome, String reason) {
        return Counter.builder(meterName)
                .description(description)
                .tag(Key.OUTCOME.asString(), outcome)
                .tag(Key.REASON.asString(), reason)
                .register(registry);
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
