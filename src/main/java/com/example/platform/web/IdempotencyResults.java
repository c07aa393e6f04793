package com.example.platform.web;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what idempotency keys led to. Thread-safe. */
class IdempotencyResults {

    private final MeterRegistry registry;

    IdempotencyResults(MeterRegistry registry) {
        this.registry = registry;
        // from the start, so that the first event is an increase and not a new series
        WebMeters.Key.RESULT.closedValues().forEach(this::calls);
    }

    void count(String result) {
        Instrumentation.run(() -> calls(result).increment());
    }

    private Counter calls(String result) {
        return WebMeters.IDEMPOTENCY_CALLS.counter(registry, WebMeters.Key.RESULT.withValue(result));
    }
}
