package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.testing.Alerts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people may do to an incident, and what it leaves behind. */
class IncidentHandlingIntegrationTests extends IncidentsOverHttp {

    @Test
    void anIllegalMoveIsAConflictAndChangesNothing() {
        fire("Broken", 2);
        var answer = ops.change(service, "status", "{\"status\":\"resolved\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ops.json(answer).path("type").asString()).isEqualTo("urn:problem:illegal-move");
        assertThat(status()).isEqualTo("investigating");
        assertThat(audited("incident.status")).isZero();
    }

    @Test
    void peopleAssignNoteAndConclude() {
        fire("Broken", 2);
        clock.advance(Duration.ofSeconds(90));
        assertThat(ops.change(service, "assignment", "{\"assignee\":\"on-call\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ops.change(service, "notes", "{\"text\":\"Looks like the disk\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ops.change(service, "notes", "{\"text\":\"Buy a disk\",\"action\":true}")
                        .statusCode())
                .isEqualTo(200);
        String conclusion = "{\"root_cause\":\"The disk\",\"resolution\":\"Another disk\",\"began_at\":\"%s\"}"
                .formatted(start.minusSeconds(60));
        assertThat(ops.change(service, "resolution", conclusion).statusCode()).isEqualTo(200);
        JsonNode incident = ops.incident(service);
        assertThat(incident.path("assignee").asString()).isEqualTo("on-call");
        assertThat(incident.path("acknowledged_at").asString())
                .isEqualTo(start.plusSeconds(90).toString());
        assertThat(StreamSupport.stream(incident.path("timeline").spliterator(), false)
                        .filter(entry -> entry.path("kind").asString().equals("note")))
                .singleElement()
                .satisfies(note -> assertThat(note.path("actor").asString()).matches("u_[A-Za-z0-9_-]{16}"));
        assertThat(ops.report(service))
                .contains("> The disk", "> Another disk", "- [ ] Buy a disk", "Detection: 1 min 0 s")
                .doesNotContain("Missing: a person");
        assertThat(List.of("incident.assign", "incident.note", "incident.conclude"))
                .allMatch(action -> audited(action) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/incidents",
        "GET, /api/incidents/%s",
        "GET, /api/incidents/%s/report",
        "POST, /api/incidents/%s/status",
        "POST, /api/incidents/%s/notes",
        "POST, /api/incidents/%s/assignment",
        "POST, /api/incidents/%s/resolution",
        "POST, /api/alerts"
    })
    void whoIsNoOperatorIsRefused(String method, String path) {
        String alerts = Alerts.of(service).firing("Broken", 2, start).json();
        String body = path.equals("/api/alerts") ? alerts : "{\"status\":\"resolved\",\"text\":\"x\"}";
        int expected = path.equals("/api/alerts") ? 401 : 403;
        // valid as far as it is read before anybody is asked who they are
        String filled = path.formatted(UUID.randomUUID());
        int status = ops.asStranger(method, filled, method.equals("GET") ? null : body(path, body))
                .statusCode();
        assertThat(status).isEqualTo(expected);
        assertThat(ops.incidents(service)).isEmpty();
    }

    @Test
    void metersTellOfIncidents() {
        double opened =
                registry.get("incidents.opened").tag("sev", "2").counter().count();
        double received = registry.get("alerts.received")
                .tag("status", "firing")
                .counter()
                .count();
        double acknowledged = registry.get("incidents.acknowledge").timer().totalTime(TimeUnit.SECONDS);
        fire("Broken", 2);
        clock.advance(Duration.ofSeconds(40));
        move("identified", 200);
        assertThat(registry.get("incidents.opened").tag("sev", "2").counter().count())
                .isEqualTo(opened + 1);
        assertThat(registry.get("alerts.received")
                        .tag("status", "firing")
                        .counter()
                        .count())
                .isEqualTo(received + 1);
        assertThat(registry.get("incidents.acknowledge").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(acknowledged + 40);
        await().until(() ->
                registry.get("incidents.open").tag("sev", "2").gauge().value() >= 1);
    }

    private static String body(String path, String otherwise) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "status" -> "{\"status\":\"resolved\"}";
            case "notes" -> "{\"text\":\"x\"}";
            case "assignment" -> "{\"assignee\":\"x\"}";
            case "resolution" -> "{\"root_cause\":\"x\",\"resolution\":\"x\"}";
            default -> otherwise;
        };
    }
}
