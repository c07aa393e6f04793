package com.example.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the HTTP side.
 *
 * @param maxHandlers requests in memory at a time, those that arrive slowly or are refused among them; the next one waits
 *     in its connection. At some 100 KiB each they have to fit into the heap
 * @param maxArrivingHeads requests whose head has arrived in part; the connection of the next one is closed. At some 30 KiB
 *     each they have to fit into the heap as well
 * @param headTimeout how long a head may take to arrive from its first byte; the connection of a slower one is closed
 * @param maxConcurrentRequests calls served at a time, probes aside; the next one is answered 503
 * @param maxBodySize the largest request body; a larger one is answered 413
 * @param bodyTimeout how long a body may take to arrive; a slower one is answered 408
 * @param answerTimeout how long an answer may take to be received, once it has begun; the connection of a slower one is
 *     closed
 * @param maxSlowCallers callers who have been sending a body or receiving an answer for more than half a second; of the next
 *     one the body is answered 503, and the connection is closed if it is the answer. Fewer than the handlers, or slow callers
 *     could hold up all others
 * @param maxBodyRoom the memory for all bodies at a time; a call that needs more is answered 503
 * @param drain how long everything is still served after readiness has ended, when the application is told to stop;
 *     longer than whoever balances the load takes to notice
 * @param idempotency how calls with an {@code Idempotency-Key} are held together
 */
@Validated
@ConfigurationProperties("platform.web")
record WebSettings(
        @DefaultValue("768") @Min(1) int maxHandlers,
        @DefaultValue("1024") @Min(1) int maxArrivingHeads,
        @DefaultValue("10s") @NotNull Duration headTimeout,
        @DefaultValue("256") @Min(1) int maxConcurrentRequests,
        @DefaultValue("64KB") @NotNull DataSize maxBodySize,
        @DefaultValue("10s") @NotNull Duration bodyTimeout,
        @DefaultValue("30s") @NotNull Duration answerTimeout,
        @DefaultValue("256") @Min(1) int maxSlowCallers,
        @DefaultValue("32MB") @NotNull DataSize maxBodyRoom,
        @DefaultValue("0s") @NotNull Duration drain,
        @DefaultValue @Valid Idempotent idempotency) {

    /**
     * Times for calls with a key.
     *
     * @param longestWait how long a second call waits for the answer of the first
     * @param lease how long a call owns its key; longer than the slowest operation, since after it another may take over
     * @param retention how long an answer is given again
     */
    record Idempotent(
            @Name("wait") @DefaultValue("15s") @NotNull Duration longestWait,
            @DefaultValue("30s") @NotNull Duration lease,
            @DefaultValue("24h") @NotNull Duration retention) {}
}
