package com.example.platform.web;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The meters of the HTTP side. */
public enum WebMeters implements DescribedMeter {
    REQUESTS_SHED("http.server.requests.shed", "Calls refused because too many ran at a time"),
    IDEMPOTENCY_CALLS("idempotency.calls", "Calls with an idempotency key, by what it led to", Key.RESULT);

    private final String meterName;
    private final String description;
    private final KeyName[] keys;

    WebMeters(String meterName, String description, KeyName... keys) {
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

    Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meterName).description(description).tags(tags).register(registry);
    }

    enum Key implements DescribedKey {
        RESULT;

        @Override
        public String asString() {
            return "result";
        }

        @Override
        public String meaning() {
            return "what the key led to";
        }

        @Override
        public List<String> closedValues() {
            return List.of("conflict", "first", "replayed", "taken_over", "timeout", "waited");
        }
    }
}
