package com.example.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The count of active users, where there is a database that replicas share. */
@AutoConfiguration(
        before = SecurityAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnSecurity
@ConditionalOnBean(JdbcClient.class)
@EnableScheduling
class ActiveUsersAutoConfiguration {

    @Bean
    ActiveUsers activeUsers(JdbcClient jdbc, MeterRegistry registry) {
        return new ActiveUsers(jdbc, registry);
    }
}
