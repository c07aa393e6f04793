package com.example.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** Idempotent calls, where there is a database to hold their keys. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean({JdbcClient.class, WebSettings.class})
@EnableScheduling
class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc, JsonMapper json, WebSettings settings) {
        return new IdempotencyKeys(jdbc, json, settings.idempotency());
    }

    @Bean
    Idempotency idempotency(IdempotencyKeys keys, JsonMapper json, MeterRegistry registry, WebSettings settings) {
        return new Idempotency(keys, new Fingerprints(json), new IdempotencyResults(registry), settings.idempotency());
    }

    @Bean
    IdempotencyPurge idempotencyPurge(IdempotencyKeys keys) {
        return new IdempotencyPurge(keys);
    }
}
