package com.example.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration may take longer than a caller may wait. */
class UnhurriedMigrationsIntegrationTests {

    @TempDir
    private Path scripts;

    private EmbeddedPostgres postgres;

    private HikariDataSource pool;

    @BeforeEach
    void startADatabaseWhoseDriverIsImpatient() throws IOException {
        Files.writeString(scripts.resolve("V1__slow.sql"), "SELECT pg_sleep(2)");
        postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(2);
        pool.addDataSourceProperty("socketTimeout", "1");
    }

    @AfterEach
    void stop() throws IOException {
        pool.close();
        postgres.close();
    }

    @Test
    void aMigrationTakesTheTimeItNeedsAndTheNextCallerIsAsImpatientAsBefore() throws SQLException {
        assertThat(flyway().callbacks(new UnhurriedMigrations()).load().migrate().success)
                .isTrue();

        for (int i = 0; i < 3; i++) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(2)"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void withoutItASlowMigrationWouldFail() {
        assertThatThrownBy(() -> flyway().load().migrate()).isInstanceOf(FlywayException.class);
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway() {
        return Flyway.configure().dataSource(pool).locations("filesystem:" + scripts);
    }
}
