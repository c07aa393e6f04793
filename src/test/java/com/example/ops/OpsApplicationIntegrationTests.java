package com.example.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.testing.OpsIntegrationTest;
import com.example.platform.security.Tokens;
import com.example.testing.TelemetryDocumentation;
import com.nimbusds.jose.jwk.RSAKey;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@OpsIntegrationTest
class OpsApplicationIntegrationTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private RSAKey key;

    @Autowired
    private JdbcClient jdbc;

    private RestTestClient client;

    private RestTestClient management;

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        management = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build();
    }

    @Test
    void itIsReadyAndSaysWhoItIs() {
        client.get().uri("/readyz").exchange().expectStatus().isOk();
        String scrape = management
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(scrape.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("service=\"ops\""));
    }

    @Test
    void everythingIsInASchemaOfItsOwn() {
        assertThat(jdbc.sql("SELECT DISTINCT table_schema FROM information_schema.tables "
                                + "WHERE table_schema NOT IN ('pg_catalog', 'information_schema')")
                        .query(String.class)
                        .list())
                .containsExactly("ops");
        assertThat(jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'ops'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "flyway_schema_history",
                        "audit_events",
                        "active_users",
                        "idempotency_keys",
                        "heartbeats",
                        "incidents",
                        "incident_alerts",
                        "incident_timeline",
                        "incident_evidence",
                        "incident_budgets");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/alerts, '', 401",
        "POST, /api/alerts, Bearer wrong, 401",
        "POST, /api/alerts, Basic not-a-secret, 401",
        "POST, /api/alerts, Bearer, 401",
        "GET, /api/alerts, Bearer not-a-secret, 401",
        "GET, /api/incidents, Bearer not-a-secret, 401",
        "GET, /api/incidents, '', 401"
    })
    void nobodyComesInWithoutWhatTheCallNeeds(String method, String path, String authorization, int status) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .headers(headers -> {
                    if (!authorization.isEmpty()) {
                        headers.set("Authorization", authorization);
                    }
                    headers.setContentType(MediaType.APPLICATION_JSON);
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void everyDocumentedMeterIsThere() {
        String scrape = management
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
        PrometheusNamingConvention naming = new PrometheusNamingConvention();
        assertThat(TelemetryDocumentation.meters()
                        .filter(meter -> meter.getClass().getName().startsWith("com.example.ops")))
                .isNotEmpty()
                .allSatisfy(meter -> {
                    String name = naming.name(meter.getName(), meter.getType(), meter.getBaseUnit());
                    assertThat(scrape.lines().filter(line -> line.startsWith(name)))
                            .as(name)
                            .isNotEmpty()
                            .allMatch(line -> Stream.of(meter.getKeyNames())
                                    .allMatch(label -> line.contains(label.asString() + "=\"")));
                });
    }

    @Test
    void aTokenOfTheDemoIsVerified() {
        client.get()
                .uri("/api/nothing")
                .header("Authorization", "Bearer " + new Tokens(key).valid("someone", "operator"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
