package com.example.platform.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MigrationAutoConfigurationTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class));

    /** Without a database it fails as soon as it is asked to migrate. */
    private final Flyway flyway = Flyway.configure().load();

    @Test
    void migratesAtTheStart() {
        application.run(context -> assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> context.getBean(FlywayMigrationStrategy.class).migrate(flyway)));
    }

    @Test
    void leavesMigrationsToWhoSaysThatSomebodyElseHasMadeThem() {
        application
                .withPropertyValues("platform.migrations.at-start=false")
                .run(context -> assertThatCode(() ->
                                context.getBean(FlywayMigrationStrategy.class).migrate(flyway))
                        .doesNotThrowAnyException());
    }
}
