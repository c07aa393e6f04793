package com.example.ops;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where everything is. Without an address a backend is not there, which is said wherever it would be asked.
 *
 * @param prometheus where metrics are asked for
 * @param loki where log lines are asked for
 * @param patience how long a backend may take to answer one question
 * @param grafana where people look; only links lead there
 * @param page where people reach this application; only links lead there
 */
@Validated
@ConfigurationProperties("ops")
public record OpsSettings(
        @DefaultValue Backend prometheus,
        @DefaultValue Backend loki,
        @DefaultValue("2s") @NotNull Duration patience,
        @DefaultValue Page grafana,
        @DefaultValue Page page) {

    /**
     * Something that is asked over HTTP.
     *
     * @param url base address; none when it is not there
     */
    public record Backend(@Nullable URI url) {}

    /**
     * Something that people open in a browser.
     *
     * @param url base address as their browser knows it
     */
    public record Page(
            @DefaultValue("http://localhost:3000") @NotNull URI url) {}
}
