package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.testing.Alerts;
import com.example.ops.testing.FakeTimeConfiguration;
import com.example.ops.testing.OpsCalls;
import com.example.ops.testing.OpsIntegrationTest;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What people are told of, and no alert has seen. */
@OpsIntegrationTest
@Import(FakeTimeConfiguration.class)
@TestPropertySource(properties = "ops.incidents.interval=50ms")
class IncidentOpeningIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RSAKey key;

    @Autowired
    private JdbcClient jdbc;

    private final String service = "service-" + UUID.randomUUID();

    private OpsCalls ops;

    @BeforeEach
    void connect() {
        ops = new OpsCalls(port, key);
    }

    @Test
    void anOperatorOpensAnIncidentByHand() {
        var answer = ops.post("/api/incidents", body(2));

        assertThat(answer.statusCode()).isEqualTo(201);
        var incident = ops.incident(service);
        String id = incident.path("id").asString();
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/incidents/" + id);
        assertThat(incident.path("title").asString()).isEqualTo("A caller says so");
        assertThat(incident.path("sev").asInt()).isEqualTo(2);
        assertThat(incident.path("status").asString()).isEqualTo("investigating");
        assertThat(incident.path("timeline").toString()).contains("Opened by hand");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_events WHERE target = ? AND action = 'incident.open'")
                        .param("incident/" + id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsOpenIsJoinedAndNotOpenedTwice() {
        ops.post("/api/incidents", body(4));

        var again = ops.post("/api/incidents", body(1));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ops.json(again).path("type").asString()).isEqualTo("urn:problem:incident-open");

        assertThat(ops.alerts(
                        Alerts.of(service).firing("Broken", 2, Instant.now()).json()))
                .isEqualTo(204);
        assertThat(ops.incidents(service))
                .singleElement()
                .satisfies(incident -> assertThat(incident.path("sev").asInt()).isEqualTo(2));
    }

    @Test
    void nobodyElseMay() {
        assertThat(ops.asStranger("POST", "/api/incidents", body(2)).statusCode())
                .isEqualTo(403);
        assertThat(ops.post("/api/incidents", body(5)).statusCode()).isEqualTo(400);
        assertThat(ops.incidents(service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u202eb", "\\ud800"})
    void whatNobodySeesNamesNoService(String service) {
        List<String> bodies =
                List.of(body(2).replace(this.service, service), body(2).replace("\"test\"", '"' + service + '"'));

        assertThat(bodies)
                .allSatisfy(body -> assertThat(ops.post("/api/incidents", body).statusCode())
                        .as(body)
                        .isEqualTo(400));
    }

    private String body(int sev) {
        return """
                {"environment": "test", "service": "%s", "title": "A caller says so", "sev": %d}""".formatted(service, sev);
    }
}
