package com.example.shop.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the payment gateway is called.
 *
 * @param url base address
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer; after it the outcome is unknown
 * @param attempts how often one call is sent at most when the gateway cannot be reached or answers 5xx
 * @param retryPause pause before the second attempt
 * @param circuit when to stop calling
 */
@Validated
@ConfigurationProperties("shop.payments.gateway")
record GatewayProperties(
        @NotNull @DefaultValue("http://localhost:8090") URI url,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @Min(1) @Max(5) @DefaultValue("2") int attempts,
        @DefaultValue("50ms") Duration retryPause,
        @Valid @DefaultValue Circuit circuit) {

    /**
     * @param window how many of the newest calls are looked at
     * @param minimumCalls below this number of calls the circuit stays closed
     * @param failureRate percentage of failures from which it opens
     * @param openFor how long it stays open before it lets a few calls try
     */
    record Circuit(
            @Min(1) @DefaultValue("20") int window,
            @Min(1) @DefaultValue("10") int minimumCalls,
            @Min(1) @Max(100) @DefaultValue("50") int failureRate,
            @DefaultValue("5s") Duration openFor) {}
}
