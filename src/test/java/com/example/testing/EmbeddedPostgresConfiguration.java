package com.example.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** A real PostgreSQL for a test context, started and stopped with it; needs no Docker. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedPostgresConfiguration {

    /** Keeps its data in {@code testing.postgres.directory}, or in a new temporary folder without that property. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(Environment environment) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                // the library's own hook would stop the database before the connection pool
                .setRegisterShutdownHook(false)
                .setPort(ApplicationProcess.freePort())
                .setPGStartupWait(Duration.ofMinutes(1));
        String directory = environment.getProperty("testing.postgres.directory");
        return (directory == null ? builder : builder.setDataDirectory(directory)).start();
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
        return new LocalDatabase(postgres.getJdbcUrl("postgres", "postgres"));
    }
}
