package com.example.simulator.traffic;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What traffic to make.
 *
 * @param shopUrl where the shop is; of a name with several addresses each gets its turn
 * @param rate journeys started each second, whatever the shop's answers take
 * @param maxInFlight journeys under way at once; above it a journey is skipped and counted
 * @param mix weights by journey, put over the defaults; 0 leaves a journey out
 * @param supportLogin the e-mail of a support user
 * @param supportPassword their password; without it refund-by-support is left out
 * @param userAgent what every request says it comes from; the shop knows traffic by its first word, shop-traffic
 * @param customers how many customers are registered
 * @param stopGrace how long a stop waits for journeys under way
 * @param reportEvery how often the counts are logged
 */
@Validated
@ConfigurationProperties("simulator.traffic")
record TrafficProperties(
        @DefaultValue("http://localhost:8080") @NotNull URI shopUrl,

        @DefaultValue("2") @DecimalMin("0.01") @DecimalMax("1000")
        double rate,

        @DefaultValue("64") @Positive int maxInFlight,
        @DefaultValue Map<JourneyName, @PositiveOrZero Integer> mix,
        @DefaultValue("support@example.com") @NotBlank String supportLogin,
        @Nullable String supportPassword,
        @DefaultValue("shop-traffic/dev") @NotBlank String userAgent,
        @DefaultValue("20") @Positive @Max(1000) int customers,
        @DefaultValue("3s") @NotNull Duration stopGrace,
        @DefaultValue("1m") @NotNull Duration reportEvery) {

    boolean hasSupport() {
        return supportPassword != null && !supportPassword.isBlank();
    }

    int weight(JourneyName name) {
        return mix.getOrDefault(name, name.defaultWeight());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TrafficProperties[" + shopUrl + "]";
    }
}
