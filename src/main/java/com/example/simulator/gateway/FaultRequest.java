package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of a fault as they are sent; checked when made into a {@link Fault}. */
record FaultRequest(
        @Nullable Integer percentage,
        @JsonProperty("for_seconds") @Nullable Long forSeconds,
        @Nullable Instant until,
        @JsonProperty("delay_ms") @Nullable Long delay,
        @Nullable String distribution,
        @JsonProperty("median_ms") @Nullable Long median,
        @JsonProperty("p99_ms") @Nullable Long p99,
        @JsonProperty("min_ms") @Nullable Long min,
        @JsonProperty("max_ms") @Nullable Long max,
        @JsonAnySetter @Nullable Map<String, Object> unknown) {

    private static final long DAY_SECONDS = 86_400;

    static final FaultRequest EMPTY = new FaultRequest(null, null, null, null, null, null, null, null, null, null);

    /** The fault asked for; an {@link IllegalArgumentException} says what is wrong in words for the caller. */
    Fault toFault(FaultName name, Instant now) {
        require(unknown == null || unknown.isEmpty(), "There is a field that no fault has.");
        int share = percentage == null ? 100 : percentage;
        require(share >= 1 && share <= 100, "percentage must be between 1 and 100.");
        return new Fault(name, share, end(now), name == FaultName.LATENCY ? delayed() : undelayed());
    }

    private @Nullable Instant end(Instant now) {
        require(forSeconds == null || until == null, "Give for_seconds or until, not both.");
        if (forSeconds != null) {
            require(forSeconds >= 1 && forSeconds <= DAY_SECONDS, "for_seconds must be between 1 and 86400.");
            return now.plusSeconds(forSeconds);
        }
        require(until == null || until.isAfter(now), "until must be in the future.");
        return until;
    }

    private Delay undelayed() {
        require(given(delay, distribution, median, p99, min, max) == 0, "Only latency has a delay.");
        return new Delay.None();
    }

    private Delay delayed() {
        if (distribution == null) {
            require(given(delay) == 1 && given(median, p99, min, max) == 0, "Give delay_ms or a distribution.");
            return new Delay.Fixed(millis(delay));
        }
        return switch (distribution) {
            case "lognormal" -> {
                require(given(delay, min, max) == 0, "lognormal takes median_ms and p99_ms.");
                require(millis(median) < millis(p99), "p99_ms must be above median_ms.");
                yield new Delay.Lognormal(millis(median), millis(p99));
            }
            case "uniform" -> {
                require(given(delay, median, p99) == 0, "uniform takes min_ms and max_ms.");
                require(millis(min) <= millis(max), "max_ms must not be below min_ms.");
                yield new Delay.Uniform(millis(min), millis(max));
            }
            default -> throw new IllegalArgumentException("distribution must be lognormal or uniform.");
        };
    }

    private static long millis(@Nullable Long value) {
        long longest = Delay.LONGEST.toMillis();
        if (value == null || value < 1 || value > longest) {
            throw new IllegalArgumentException("Each delay must be given and be between 1 and " + longest + " ms.");
        }
        return value;
    }

    private static long given(@Nullable Object... values) {
        return Stream.of(values).filter(Objects::nonNull).count();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
