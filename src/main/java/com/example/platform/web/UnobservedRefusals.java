package com.example.platform.web;

import com.example.platform.observability.HttpMethods;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts among {@code http.server.requests} the refusals that no observation saw, under the labels that one gives to a call without a
 * route: objectives are about all calls. Thread-safe.
 */
class UnobservedRefusals {

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    UnobservedRefusals(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One that was refused with 503. */
    void refused(String method, long nanos) {
        timers.computeIfAbsent(HttpMethods.label(method), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String method) {
        return registry.timer(
                "http.server.requests",
                Tags.of(
                        "error", "none",
                        "exception", "none",
                        "method", method,
                        "module", "none",
                        "outcome", "SERVER_ERROR",
                        "status", "503",
                        "uri", "UNKNOWN"));
    }
}
