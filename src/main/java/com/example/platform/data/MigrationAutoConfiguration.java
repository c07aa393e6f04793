package com.example.platform.data;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Migrates when the application starts, if it is to, on connections that statements of requests do not share. */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(FlywayConfigurationCustomizer.class)
@EnableConfigurationProperties(MigrationSettings.class)
class MigrationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy migrations(MigrationSettings settings) {
        return flyway -> {
            if (settings.atStart()) {
                flyway.migrate();
            }
        };
    }

    /** One may take longer than any statement of a request, whose time is limited. */
    @Bean
    // who names a database for migrations has such connections already
    @ConditionalOnProperty(prefix = "spring.flyway", name = "url", havingValue = "", matchIfMissing = true)
    FlywayConfigurationCustomizer migrationsTakeTheirTime(ObjectProvider<JdbcConnectionDetails> known) {
        return flyway -> known.ifAvailable(
                database -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
