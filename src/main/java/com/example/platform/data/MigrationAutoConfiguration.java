package com.example.platform.data;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What migrations need besides their scripts. */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(Flyway.class)
class MigrationAutoConfiguration {

    @Bean
    UnhurriedMigrations unhurriedMigrations() {
        return new UnhurriedMigrations();
    }
}
