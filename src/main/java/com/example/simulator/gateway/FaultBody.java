package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fault that is on, as it is answered; its fields are those it was switched on with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultBody(
        FaultName name,
        int percentage,
        @Nullable Instant until,
        @JsonProperty("delay_ms") @Nullable Long delay,
        @Nullable String distribution,
        @JsonProperty("median_ms") @Nullable Long median,
        @JsonProperty("p99_ms") @Nullable Long p99,
        @JsonProperty("min_ms") @Nullable Long min,
        @JsonProperty("max_ms") @Nullable Long max) {

    static FaultBody of(Fault fault) {
        return switch (fault.delay()) {
            case Delay.None none -> body(fault, null, null, null, null, null, null);
            case Delay.Fixed fixed -> body(fault, fixed.millis(), null, null, null, null, null);
            case Delay.Lognormal log -> body(fault, null, "lognormal", log.median(), log.p99(), null, null);
            case Delay.Uniform uniform -> body(fault, null, "uniform", null, null, uniform.min(), uniform.max());
        };
    }

    private static FaultBody body(
            Fault fault,
            @Nullable Long delay,
            @Nullable String distribution,
            @Nullable Long median,
            @Nullable Long p99,
            @Nullable Long min,
            @Nullable Long max) {
        return new FaultBody(
                fault.name(), fault.percentage(), fault.until(), delay, distribution, median, p99, min, max);
    }
}
