package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Incidents from the first notification to the end, over HTTP and on a real database, by a clock that the test sets. */
@OpsIntegrationTest
@Import(FakeTimeConfiguration.class)
@TestPropertySource(properties = "ops.incidents.interval=50ms")
class IncidentsIntegrationTests {

    private static final Duration QUIET = Duration.ofMinutes(5);

    @LocalServerPort
    private int port;

    @Autowired
    private RSAKey key;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry registry;

    private final String service = "service-" + UUID.randomUUID();

    private OpsCalls ops;

    private Instant start;

    @BeforeEach
    void connect() {
        ops = new OpsCalls(port, key);
        start = clock.instant();
    }

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

    @Test
    void whenAllHaveEndedItIsMonitoredAndNotBefore() {
        fire("Broken", 2);
        fire("Slow", 3);
        ops.alerts(Alerts.of(service)
                .resolved("Broken", 2, start, clock.advance(Duration.ofSeconds(10)))
                .firing("Slow", 3, start)
                .json());
        assertThat(status()).isEqualTo("investigating");
        end("Slow", 3);
        assertThat(status()).isEqualTo("monitoring");
        assertThat(texts(ops.incident(service))).contains("Nothing that would go on fires any more: monitoring");
    }

    @Test
    void whenOneFiresAgainItGoesBackToWhereItWas() {
        fire("Broken", 2);
        move("identified", 200);
        end("Broken", 2);
        clock.advance(Duration.ofSeconds(30));
        start = clock.instant();
        fire("Broken", 2);
        assertThat(status()).isEqualTo("identified");
        assertThat(texts(ops.incident(service))).contains("Alerts fire again: identified");
        assertThat(ops.incidents(service)).hasSize(1);
    }

    @Test
    void whatOnlyTellsTheCostDoesNotHoldIt() {
        tell(Alerts.of(service).firing("Broken", 2, start).firing("BudgetSpent", 2, start));
        Instant end = clock.advance(Duration.ofSeconds(10));
        tell(Alerts.of(service).resolved("Broken", 2, start, end).firing("BudgetSpent", 2, start));
        assertThat(status()).isEqualTo("monitoring");
        move("resolved", 200);
        assertThat(details(ops.incident(service))).contains("still firing: 1");
        clock.advance(Duration.ofHours(4));
        tell(Alerts.of(service).firing("BudgetSpent", 2, start));
        assertThat(ops.incidents(service)).as("a person closed it all the same").hasSize(1);
        tell(Alerts.of(service).resolved("BudgetSpent", 2, start, clock.instant()));
        assertThat(ops.incident(service).path("alerts").valueStream()).allMatch(alert -> alert.has("ended_at"));
    }

    @Test
    void whatOnlyTellsTheCostHoldsWhatItOpened() {
        tell(Alerts.of(service).firing("BudgetSpent", 2, start));
        assertThat(status()).isEqualTo("investigating");
        Instant end = clock.advance(Duration.ofSeconds(10));
        tell(Alerts.of(service).resolved("BudgetSpent", 2, start, end));
        assertThat(status()).isEqualTo("monitoring");
    }

    @Test
    void whatWasSilencedAndEndedUnheardIsOverWhenAllIs() {
        fire("Slow", 3);
        fire("Broken", 1);
        // the sender does not tell of Slow any more, neither that it fires nor that it has ended
        end("Broken", 1);
        assertThat(status()).isEqualTo("monitoring");
        assertThat(texts(ops.incident(service))).contains("Over as well, as nobody tells of it any more");
        fireAt(clock.advance(Duration.ofMinutes(2)));
        ops.alerts(Alerts.of(service)
                .resolved("Slow", 3, start, start.plusSeconds(1))
                .json());
        assertThat(status()).as("an old end ends nothing else").isEqualTo("investigating");
    }

    @Test
    void afterAQuietPeriodTheEndIsProposedAndAPersonConfirmsIt() {
        long before = registry.get("incidents.resolve").timer().count();
        fire("Broken", 2);
        end("Broken", 2);
        clock.advance(QUIET.minusSeconds(1));
        await().during(Duration.ofMillis(300))
                .until(() -> !ops.incident(service).path("resolution_proposed").asBoolean());
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> ops.incident(service).path("resolution_proposed").asBoolean());
        assertThat(status()).isEqualTo("monitoring");
        move("resolved", 200);
        assertThat(ops.incident(service).path("resolved_at").asString())
                .isEqualTo(clock.instant().toString());
        assertThat(registry.get("incidents.resolve").timer().count()).isGreaterThan(before);
        move("investigating", 409);
        fireAt(clock.advance(Duration.ofMinutes(2)));
        assertThat(ops.incidents(service))
                .as("a new one, because the old one is closed")
                .hasSize(2);
    }

    @Test
    void whatFiresAgainTakesTheProposalBack() {
        fire("Broken", 2);
        end("Broken", 2);
        clock.advance(QUIET);
        await().until(() -> ops.incident(service).path("resolution_proposed").asBoolean());
        fireAt(clock.advance(Duration.ofSeconds(1)));
        assertThat(status()).isEqualTo("investigating");
        assertThat(ops.incident(service).path("resolution_proposed").asBoolean())
                .isFalse();
    }

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

    private static String body(String path, String otherwise) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "status" -> "{\"status\":\"resolved\"}";
            case "notes" -> "{\"text\":\"x\"}";
            case "assignment" -> "{\"assignee\":\"x\"}";
            case "resolution" -> "{\"root_cause\":\"x\",\"resolution\":\"x\"}";
            default -> otherwise;
        };
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

    @Test
    void withoutBackendsTheTimelineSaysSo() {
        fire("Broken", 2);
        await().until(() -> texts(ops.incident(service))
                .containsAll(List.of(
                        "Prometheus could not be asked: there is none here",
                        "Loki could not be asked: there is none here")));
    }

    @Test
    void metersTellOfIncidents() {
        double opened =
                registry.get("incidents.opened").tag("sev", "2").counter().count();
        double received = registry.get("alerts.received")
                .tag("status", "firing")
                .counter()
                .count();
        double acknowledged =
                registry.get("incidents.acknowledge").timer().totalTime(java.util.concurrent.TimeUnit.SECONDS);
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
        assertThat(registry.get("incidents.acknowledge").timer().totalTime(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(acknowledged + 40);
        await().until(() ->
                registry.get("incidents.open").tag("sev", "2").gauge().value() >= 1);
    }

    private boolean isAllFoundOut() {
        return jdbc.sql("""
                        SELECT bool_and(e.done) FROM incident_evidence e JOIN incidents i ON i.id = e.incident_id
                        WHERE i.service = ?""").param(service).query(Boolean.class).single();
    }

    /** As alerts about objectives are labelled. */
    private static String lagging(String notification) {
        return notification.replace(
                "\"alertname\":\"BudgetSpent\"", "\"alertname\":\"BudgetSpent\",\"area\":\"budget\"");
    }

    private void tell(Alerts alerts) {
        assertThat(ops.alerts(lagging(alerts.json()))).isEqualTo(204);
    }

    private void fire(String name, int sev) {
        assertThat(ops.alerts(Alerts.of(service).firing(name, sev, start).json()))
                .isEqualTo(204);
    }

    private void fireAt(Instant at) {
        assertThat(ops.alerts(Alerts.of(service).firing("Broken", 2, at).json()))
                .isEqualTo(204);
    }

    private void end(String name, int sev) {
        Instant end = clock.advance(Duration.ofSeconds(10));
        assertThat(ops.alerts(Alerts.of(service).resolved(name, sev, start, end).json()))
                .isEqualTo(204);
    }

    private void move(String status, int expected) {
        assertThat(ops.change(service, "status", "{\"status\":\"%s\"}".formatted(status))
                        .statusCode())
                .isEqualTo(expected);
    }

    private String status() {
        return ops.incident(service).path("status").asString();
    }

    private List<JsonNode> open(String of) {
        return ops.incidents(of).stream()
                .filter(incident -> !incident.path("status").asString().equals("resolved"))
                .toList();
    }

    private long audited(String action) {
        String id = ops.incidents(service).getFirst().path("id").asString();
        return jdbc.sql("SELECT count(*) FROM audit_events WHERE target = ? AND action = ?")
                .params("incident/" + id, action)
                .query(Long.class)
                .single();
    }

    private static List<String> texts(JsonNode incident) {
        return incident.path("timeline")
                .valueStream()
                .map(entry -> entry.path("text").asString())
                .toList();
    }

    private static List<String> details(JsonNode incident) {
        return incident.path("timeline")
                .valueStream()
                .map(entry -> entry.path("detail").asString(""))
                .toList();
    }

    private static JsonNode tree(String json) {
        return new tools.jackson.databind.json.JsonMapper().readTree(json);
    }
}
