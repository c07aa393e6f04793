package com.example.platform.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail; without a database it is log lines alone. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "com.example.platform.web.WebAutoConfiguration"
        })
@ConditionalOnBean({MeterRegistry.class, Clock.class})
class AuditAutoConfiguration {

    /** Stands in where no security is active, so that no subject is kept in clear. */
    private static final Actors UNIDENTIFIED = subject -> "unidentified";

    @Bean
    @ConditionalOnBean(JdbcClient.class)
    AuditTable auditTable(JdbcClient jdbc, JsonMapper json) {
        return new AuditTable(jdbc, json);
    }

    @Bean
    AuditTrail auditTrail(
            ObjectProvider<AuditTable> table, ObjectProvider<Actors> actors, MeterRegistry registry, Clock clock) {
        AuditTable present = table.getIfAvailable();
        Consumer<AuditRecord> store = present == null ? entry -> {} : present::append;
        return new AuditTrail(store, actors.getIfAvailable(() -> UNIDENTIFIED), registry, clock);
    }
}
