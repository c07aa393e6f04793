package com.example.ops.incidents;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How incidents begin and end.
 *
 * @param webhook how alerts come in
 * @param incidents when things are said to be quiet
 */
@Validated
@ConfigurationProperties("ops")
record IncidentSettings(
        @DefaultValue Webhook webhook, @DefaultValue Times incidents) {

    /**
     * How alerts come in.
     *
     * @param tokenFile holds the secret that the sender of alerts sends as its bearer token; without one only an
     *     operator's token is taken
     */
    record Webhook(@Nullable Path tokenFile) {}

    /**
     * Times, all of this application's clock.
     *
     * @param quietPeriod how long no alert may fire before the end of the incident is proposed
     * @param watchdogSilence how long the heartbeat of the alert pipeline may be away before that is an incident; zero
     *     when there is no pipeline to watch
     * @param interval how often both are looked at, and evidence is
     */
    record Times(
            @DefaultValue("5m") @NotNull Duration quietPeriod,
            @DefaultValue("3m") @NotNull Duration watchdogSilence,
            @DefaultValue("2s") @NotNull Duration interval) {}
}
