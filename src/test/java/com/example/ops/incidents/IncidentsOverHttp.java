package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.testing.Alerts;
import com.example.ops.testing.FakeTimeConfiguration;
import com.example.ops.testing.MutableClock;
import com.example.ops.testing.OpsCalls;
import com.example.ops.testing.OpsIntegrationTest;
import com.nimbusds.jose.jwk.RSAKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Incidents over HTTP and on a real database, by a clock that the test sets; each test has a service of its own. */
@OpsIntegrationTest
@Import(FakeTimeConfiguration.class)
@TestPropertySource(properties = "ops.incidents.interval=50ms")
abstract class IncidentsOverHttp {

    @LocalServerPort
    int port;

    @Autowired
    RSAKey key;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry registry;

    final String service = "service-" + UUID.randomUUID();

    OpsCalls ops;

    Instant start;

    @BeforeEach
    void connect() {
        ops = new OpsCalls(port, key);
        start = clock.instant();
    }

    void fire(String name, int sev) {
        assertThat(ops.alerts(Alerts.of(service).firing(name, sev, start).json()))
                .isEqualTo(204);
    }

    void fireAt(Instant at) {
        assertThat(ops.alerts(Alerts.of(service).firing("Broken", 2, at).json()))
                .isEqualTo(204);
    }

    void end(String name, int sev) {
        Instant end = clock.advance(Duration.ofSeconds(10));
        assertThat(ops.alerts(Alerts.of(service).resolved(name, sev, start, end).json()))
                .isEqualTo(204);
    }

    void move(String status, int expected) {
        assertThat(ops.change(service, "status", "{\"status\":\"%s\"}".formatted(status))
                        .statusCode())
                .isEqualTo(expected);
    }

    String status() {
        return ops.incident(service).path("status").asString();
    }

    long audited(String action) {
        String id = ops.incidents(service).getFirst().path("id").asString();
        return jdbc.sql("SELECT count(*) FROM audit_events WHERE target = ? AND action = ?")
                .params("incident/" + id, action)
                .query(Long.class)
                .single();
    }

    static List<String> texts(JsonNode incident) {
        return incident.path("timeline")
                .valueStream()
                .map(entry -> entry.path("text").asString())
                .toList();
    }

    static List<String> details(JsonNode incident) {
        return incident.path("timeline")
                .valueStream()
                .map(entry -> entry.path("detail").asString(""))
                .toList();
    }
}
