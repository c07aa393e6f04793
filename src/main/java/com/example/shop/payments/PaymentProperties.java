package com.example.shop.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How payments behave.
 *
 * @param reconciliation how the outcome of pending payments is found out
 */
@Validated
@ConfigurationProperties("shop.payments")
record PaymentProperties(@Valid @DefaultValue Reconciliation reconciliation) {

    /**
     * @param grace how long a payment is left to the call that opened it; longer than all its attempts together
     * @param longestPause upper bound of the growing pause between two enquiries about one payment
     * @param batch how many payments one run claims at a time
     */
    record Reconciliation(
            @DefaultValue("10s") Duration grace,
            @DefaultValue("15s") Duration longestPause,
            @Min(1) @Max(1000) @DefaultValue("50") int batch) {

        /** The pause after so many enquiries: 4 s, 8 s … up to the longest. */
        Duration pauseAfter(int checks) {
            Duration pause = Duration.ofSeconds(2L << Math.min(checks, 10));
            return pause.compareTo(longestPause) < 0 ? pause : longestPause;
        }
    }
}
