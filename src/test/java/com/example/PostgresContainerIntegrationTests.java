package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import com.example.testing.RequiresDockerImages;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The shop on the very image that the compose stack runs; every other test has the embedded server. */
@RequiresDockerImages(PostgresContainerIntegrationTests.IMAGE)
@SpringBootTest(
        classes = {ShopApplication.class, PostgresContainerIntegrationTests.Container.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=application,shop", "management.server.port=0", "platform.environment=local"})
@ActiveProfiles("demo")
class PostgresContainerIntegrationTests {

    static final String IMAGE = "postgres:18.6-alpine";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Flyway flyway;

    @Test
    void migratesTheDatabaseOfTheStack() {
        assertThat(database.sql("show server_version").query(String.class).single())
                .startsWith("18.");
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void servesTheCatalogueFromIt(@LocalServerPort int port) {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/api/products")
                .exchangeSuccessfully()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(database.sql("select count(*) from products")
                        .query(Integer.class)
                        .single());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Container {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            // the engine's choice of a port may be one that a connection of this machine has just taken
            return new PostgreSQLContainer(IMAGE).withStartupAttempts(3);
        }
    }
}
