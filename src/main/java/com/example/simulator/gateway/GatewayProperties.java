package com.example.simulator.gateway;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway behaves.
 *
 * @param ledgerCapacity how many charges, and how many refunds, are remembered; beyond it the oldest are forgotten
 *     together with their keys. 100,000 charges take about 40 MB
 * @param journal a file that keeps the ledger over a crash of the process; without one it is in memory alone
 * @param hangCap how long a hanging request waits at most for the fault to be healed
 */
@Validated
@ConfigurationProperties("simulator.gateway")
record GatewayProperties(
        @DefaultValue("200000") @Positive int ledgerCapacity,
        @Nullable Path journal,
        @DefaultValue("120s") @NotNull Duration hangCap) {}
