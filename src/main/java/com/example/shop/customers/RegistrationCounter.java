package com.example.shop.customers;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts registrations by what was answered, so that a body nobody could read counts too. */
class RegistrationCounter implements HandlerInterceptor {

    private final MeterRegistry registry;

    RegistrationCounter(MeterRegistry registry) {
        this.registry = registry;
        // from the start, so that the first event is an increase and not a new series
        CustomerMeters.Key.REASON.closedValues().forEach(this::registrations);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!"POST".equals(request.getMethod())) {
            return;
        }
        Instrumentation.run(() -> registrations(reason(response.getStatus())).increment());
    }

    private Counter registrations(String reason) {
        return CustomerMeters.REGISTRATIONS.counter(
                registry,
                CustomerMeters.Key.OUTCOME.withValue("none".equals(reason) ? "registered" : "failed"),
                CustomerMeters.Key.REASON.withValue(reason));
    }

    private static String reason(int status) {
        return switch (status) {
            case 201 -> "none";
            case 409 -> "duplicate";
            case 429 -> "throttled";
            default -> status >= 500 ? "error" : "invalid";
        };
    }
}
