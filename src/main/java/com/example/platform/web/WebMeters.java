package com.example.platform.web;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** The meters of the HTTP side. */
enum WebMeters implements MeterDocumentation {

    /** Calls that were refused because too many ran at a time. */
    REQUESTS_SHED("http.server.requests.shed", "Calls refused because too many ran at a time"),

    /** Calls that carried an idempotency key, by what the key led to. */
    IDEMPOTENCY_CALLS("idempotency.calls", "Calls with an idempotency key, by what it led to", Key.RESULT);

    private final String meter;
    private final String description;
    private final KeyName[] keys;

    WebMeters(String meter, String description, KeyName... keys) {
        this.meter = meter;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return meter;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meter).description(description).tags(tags).register(registry);
    }

    /** The keys of these meters. */
    enum Key implements KeyName {

        /** What the key led to: first, replayed, waited, conflict, taken_over or timeout. */
        RESULT;

        @Override
        public String asString() {
            return "result";
        }
    }
}
