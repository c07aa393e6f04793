package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.testing.Alerts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of notifications, whatever stands in them and how often they come. */
class AlertIntakeIntegrationTests extends IncidentsOverHttp {

    @Test
    void aFiringAlertOpensAnIncident() {
        fire("Broken", 2);
        JsonNode incident = ops.incident(service);
        assertThat(incident.path("status").asString()).isEqualTo("investigating");
        assertThat(incident.path("title").asString()).isEqualTo("Broken");
        assertThat(incident.path("environment").asString()).isEqualTo("test");
        assertThat(incident.path("sev").asInt()).isEqualTo(2);
        assertThat(incident.path("resolution_proposed").asBoolean()).isFalse();
        assertThat(incident.path("alerted_at").asString()).isEqualTo(start.toString());
        assertThat(texts(incident)).contains("Opened by an alert", "Alert fires", "Board of the service");
        assertThat(incident.path("alerts")
                        .path(0)
                        .path("labels")
                        .path("service")
                        .asString())
                .isEqualTo(service);
        assertThat(audited("incident.open")).isEqualTo(1);
    }

    @Test
    void furtherAlertsOfTheGroupJoinAndTheWorstSevWins() {
        fire("Slow", 3);
        fire("Broken", 1);
        fire("Odd", 4);
        assertThat(ops.incidents(service)).hasSize(1);
        JsonNode incident = ops.incident(service);
        assertThat(incident.path("sev").asInt()).isEqualTo(1);
        assertThat(incident.path("alerts")).hasSize(3);
        assertThat(details(incident)).contains("SEV-3 → SEV-1");
    }

    @Test
    void theSameNotificationAgainChangesNothing() {
        String first = Alerts.of(service).firing("Broken", 2, start).json();
        assertThat(ops.alerts(first)).isEqualTo(204);
        await().until(this::isAllFoundOut);
        String before = ops.incident(service).toString();
        clock.advance(Duration.ofSeconds(20));
        assertThat(ops.alerts(first)).isEqualTo(204);
        assertThat(ops.incident(service).path("timeline").toString())
                .isEqualTo(tree(before).path("timeline").toString());

        String end =
                Alerts.of(service).resolved("Broken", 2, start, clock.instant()).json();
        ops.alerts(end);
        await().until(this::isAllFoundOut);
        JsonNode monitored = ops.incident(service);
        ops.alerts(end);
        ops.alerts(first);
        assertThat(ops.incident(service).path("timeline")).isEqualTo(monitored.path("timeline"));
        assertThat(ops.incident(service).path("status").asString()).isEqualTo("monitoring");
        assertThat(ops.incidents(service)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alerts\":null}",
                "{\"alerts\":[null]}",
                "{\"alerts\":[{\"status\":\"maybe\"}]}",
                "{\"alerts\":[{\"status\":\"firing\",\"startsAt\":\"yesterday\"}]}",
                "[]",
                "no json"
            })
    void whatIsNoNotificationIsRefused(String body) {
        assertThat(ops.alerts(body)).isEqualTo(400);
    }

    @Test
    void fieldsThatNobodyKnowsAreTolerated() {
        String body = Alerts.of(service).firing("Broken", 2, start).json();
        String more = body.replace("\"receiver\"", "\"invented\":{\"a\":[1]},\"receiver\"")
                .replace("\"generatorURL\"", "\"other\":true,\"generatorURL\"");
        assertThat(more).contains("invented", "other");
        assertThat(ops.alerts(more)).isEqualTo(204);
        assertThat(ops.incidents(service)).hasSize(1);
    }

    @Test
    void aBigGroupIsTaken() {
        Alerts group = Alerts.of(service);
        for (int i = 0; i < 3_000; i++) {
            group.firing("Broken", 2, start, service + i);
        }
        assertThat(ops.alerts(group.json())).isEqualTo(204);
        assertThat(jdbc.sql("SELECT count(*) FROM incident_alerts WHERE fingerprint LIKE ?")
                        .param(service + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3_000);
        JsonNode incident = ops.incident(service);
        assertThat(incident.path("alerts")).hasSize(100);
        assertThat(details(incident)).anyMatch(detail -> detail.endsWith("(and 2999 more like it)"));
    }

    @Test
    void hostileLabelsStayWords() {
        String hostile = "</td><script>alert(1)</script>`[x](javascript:x)\u0000\u202E";
        String body = Alerts.of("%SERVICE%").firing("%NAME%", 2, start).json();
        String escaped = hostile.replace("\u0000", "\\u0000");
        assertThat(ops.alerts(body.replace("%SERVICE%", service).replace("\"%NAME%\"", "\"" + escaped + "\"")))
                .isEqualTo(204);
        JsonNode incident = ops.incident(service);
        assertThat(incident.path("title").asString()).isEqualTo("</td><script>alert(1)</script>`[x](javascript:x)");
        String report = ops.report(service);
        assertThat(report).contains("# SEV-2: `</td><script>alert(1)</script>'[x](javascript:x)`\n");
        assertThat(report.replaceAll("`[^`\n]*`", ""))
                .as("outside of code spans")
                .doesNotContain("script", "javascript:");
    }

    @Test
    void thePipelineThatFallsSilentIsAnIncidentUntilItIsHeardAgain() {
        String heartbeat = Alerts.of("prometheus").firing("Watchdog", 4, start).json();
        assertThat(ops.alerts(heartbeat)).isEqualTo(204);
        assertThat(ops.incidents("prometheus"))
                .as("the heartbeat is no incident")
                .isEmpty();
        // other tests made time pass
        String resolved = "{\"status\":\"resolved\"}";
        open("alertmanager").forEach(before -> ops.change("alertmanager", "status", resolved));
        clock.advance(Duration.ofMinutes(3).minusSeconds(1));
        ops.alerts(heartbeat);
        clock.advance(Duration.ofMinutes(3).minusSeconds(1));
        assertThat(open("alertmanager")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> !open("alertmanager").isEmpty());
        JsonNode silent = ops.incident("alertmanager");
        assertThat(silent.path("title").asString()).isEqualTo("PipelineSilent");
        assertThat(silent.path("sev").asInt()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        ops.alerts(heartbeat);
        assertThat(ops.incident("alertmanager").path("status").asString()).isEqualTo("monitoring");
        assertThat(ops.incident("alertmanager").path("id")).isEqualTo(silent.path("id"));
        ops.change("alertmanager", "status", "{\"status\":\"resolved\"}");
    }

    private boolean isAllFoundOut() {
        return jdbc.sql("""
                        SELECT bool_and(e.done) FROM incident_evidence e JOIN incidents i ON i.id = e.incident_id
                        WHERE i.service = ?""").param(service).query(Boolean.class).single();
    }

    private List<JsonNode> open(String of) {
        return ops.incidents(of).stream()
                .filter(incident -> !incident.path("status").asString().equals("resolved"))
                .toList();
    }

    private static JsonNode tree(String json) {
        return new JsonMapper().readTree(json);
    }
}
