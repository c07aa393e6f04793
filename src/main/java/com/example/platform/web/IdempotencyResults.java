package com.example.platform.web;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what idempotency keys led to. Thread-safe. */
class IdempotencyResults {

    private final MeterRegistry registry;

    IdempotencyResults(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String result) {
        Instrumentation.run(() -> WebMeters.IDEMPOTENCY_CALLS
                .counter(registry, WebMeters.Key.RESULT.withValue(result))
                .increment());
    }
}
