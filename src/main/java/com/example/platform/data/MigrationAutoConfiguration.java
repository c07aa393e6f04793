package com.example.platform.data;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Migrations on connections of their own: one may take longer than any statement of a request, whose time is limited. */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(FlywayConfigurationCustomizer.class)
// who names a database for migrations has such connections already
@ConditionalOnProperty(prefix = "spring.flyway", name = "url", havingValue = "", matchIfMissing = true)
class MigrationAutoConfiguration {

    @Bean
    FlywayConfigurationCustomizer migrationsTakeTheirTime(ObjectProvider<JdbcConnectionDetails> known) {
        return flyway -> known.ifAvailable(
                database -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
