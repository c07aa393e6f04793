package com.example.platform.web;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;

/** The meters of the HTTP side. */
enum WebMeters implements DescribedMeter {
    REQUESTS_SHED(MeterDescription.counter(
            "http.server.requests.shed", "requests", "Calls refused because too many ran at a time")),
    IDEMPOTENCY_CALLS(MeterDescription.counter(
            "idempotency.calls", "calls", "Calls with an idempotency key, by what it led to", Key.RESULT));

    private final MeterDescription meter;

    WebMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
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
