package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.testing.Alerts;
import com.example.ops.testing.FakeBackend;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the timeline finds out by itself, from backends that answer, that do not, and that answer nonsense. */
class EvidenceIntegrationTests extends IncidentsOverHttp {

    private static final FakeBackend PROMETHEUS = FakeBackend.start();

    private static final FakeBackend LOKI = FakeBackend.start();

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    @Autowired
    private EvidenceJobs jobs;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("ops.prometheus.url", PROMETHEUS::url);
        properties.add("ops.loki.url", LOKI::url);
        properties.add("ops.patience", () -> "300ms");
    }

    @BeforeEach
    void resetBackends() {
        PROMETHEUS.reset();
        LOKI.reset();
    }

    @Test
    void theTimelineTellsVersionBudgetErrorsAndTraces() {
        PROMETHEUS.answers("process_uptime_seconds", """
                [{"metric":{"version":"1.2.3"},"value":[1,"3"]}]""");
        budgets(objective("availability", 8_730) + "," + objective("latency", 12_500));
        LOKI.answers("topk", """
                [{"metric":{"level":"error","error_type":"java.io.IOException","message":"Call failed"},"value":[1,"7"]},
                 {"metric":{"level":"warn","message":"<b>`Slow`</b>"},"value":[1,"12"]}]""");
        LOKI.answers("query_range", """
                [{"stream":{"trace_id":"%1$s"},"values":[]},{"stream":{"trace_id":"%1$s"},"values":[]},
                 {"stream":{"trace_id":"<script>"},"values":[]}]""".formatted(TRACE));
        JsonNode incident = open();
        assertThat(details(incident, "version")).containsExactly("1.2.3 (instances: 3)");
        assertThat(details(incident, "objective"))
                .containsExactly(
                        "availability: met, 12.7 % of the budget left, 14.4 times too fast in the last hour",
                        "latency: not met, budget overspent by 25.0 %, 14.4 times too fast in the last hour");
        assertThat(details(incident, "errors"))
                .containsExactly("12 × warn <b>`Slow`</b>", "7 × error java.io.IOException: Call failed");
        assertThat(details(incident, "trace")).containsExactly(TRACE);
        String link = entries(incident, "trace").getFirst().path("link").asString();
        assertThat(link).startsWith("http://localhost:3000/explore?schemaVersion=1&orgId=1&panes=%7B");
        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8)).contains("\"query\":\"" + TRACE + "\"");
        assertThat(ops.report(service)).contains("`12 × warn <b>'Slow'</b>`");
    }

    @Test
    void theBudgetIsAskedAgainWhenItIsOverAndItsCostIsReported() {
        budgets(objective("availability", 500));
        open();
        budgets(objective("availability", 2_000));
        var start = clock.instant();
        ops.alerts(Alerts.of(service)
                .resolved("Broken 2", 2, start, clock.advance(Duration.ofMinutes(10)))
                .json());
        await().untilAsserted(() -> assertThat(ops.report(service))
                .contains("`availability`: **15.00 %** of the budget spent, from 95.00 % left to 80.00 % left"));
    }

    @Test
    void whatWasSpentBeforeItWasOpenedIsPartOfItsCost() {
        Instant before = clock.instant().minus(Duration.ofMinutes(15));
        PROMETHEUS.answers("time=" + before, "[" + objective("availability", 100) + "]");
        budgets(objective("availability", 500));
        JsonNode incident = open();
        assertThat(details(incident, "objective")).singleElement().asString().contains("95.0 % of the budget left");
        assertThat(ops.report(service)).contains("`availability`: 99.00 % of the budget was left; not known");
    }

    @Test
    void whatIsDownTellsTheVersionThatRanLast() {
        PROMETHEUS.answers("last_over_time(process_uptime_seconds", """
                [{"metric":{"version":"1.2.3"},"value":[1,"3"]}]""");
        JsonNode incident = open();
        assertThat(texts(incident, "version")).containsExactly("Version that ran last");
        assertThat(details(incident, "version")).containsExactly("1.2.3 (instances: 3)");
    }

    @Test
    void whatGetsWorseIsLookedAtAgain() {
        JsonNode mild = open(3);
        assertThat(entries(mild, "errors")).isEmpty();
        LOKI.answers("topk", """
                [{"metric":{"level":"warn","message":"Payment not sent"},"value":[1,"12"]}]""");
        assertThat(details(open(2), "errors")).containsExactly("12 × warn Payment not sent");
        assertThat(audited("incident.sev")).isEqualTo(1);
    }

    @Test
    void whatBeginsAnewIsLookedAtAgain() {
        var start = clock.instant();
        open(2);
        ops.alerts(Alerts.of(service)
                .resolved("Broken 2", 2, start, clock.advance(Duration.ofMinutes(10)))
                .json());
        await().until(this::done);
        LOKI.answers("topk", """
                [{"metric":{"level":"error","message":"Call failed"},"value":[1,"7"]}]""");
        clock.advance(Duration.ofMinutes(10));
        assertThat(details(open(2), "errors")).containsExactly("7 × error Call failed");
    }

    @Test
    void whoDoesNotAnswerIsSaidNotTo() {
        PROMETHEUS.fallSilent();
        LOKI.says("topk", "{\"status\":\"success\",\"data\":{\"result\":[{\"value\":[1,\"many\"]}]}}");
        JsonNode incident = open();
        assertThat(texts(incident, "missing"))
                .contains(
                        "Prometheus could not be asked: it did not answer, or not in time",
                        "What was told of logs could not be read");
    }

    @Test
    void anAnswerThatIsNoneIsSaidToBe() {
        PROMETHEUS.says("query", "{\"status\":\"error\",\"error\":\"secret detail\"}");
        LOKI.says("query", "<html>");
        JsonNode incident = open();
        assertThat(texts(incident, "missing"))
                .contains("Prometheus gave no answer that can be read")
                .anyMatch(text -> text.startsWith("Loki"));
        assertThat(incident.toString()).doesNotContain("secret detail");
    }

    @Test
    void theWebhookWaitsForNobody() {
        PROMETHEUS.fallSilent();
        LOKI.fallSilent();
        long begin = System.nanoTime();
        assertThat(ops.alerts(
                        Alerts.of(service).firing("Broken", 2, clock.instant()).json()))
                .isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(entries(ops.incident(service), "alert")).hasSize(1);
        await().until(() -> done());
    }

    @Test
    void labelsCannotLeaveTheirQuotesInAQuery() {
        String hostile = service + "\\\"} or up{a=\\\"";
        String body =
                Alerts.of("%SERVICE%").firing("Broken", 2, clock.instant()).json();
        assertThat(ops.alerts(body.replace("%SERVICE%", hostile))).isEqualTo(204);
        await().until(() -> LOKI.queries().stream().anyMatch(query -> query.contains("query_range")));
        assertThat(LOKI.queries()).isNotEmpty().allMatch(query -> query.contains("\\\"} or up{a=\\\"\""));
        assertThat(PROMETHEUS.queries())
                .filteredOn(query -> query.contains("process_uptime_seconds"))
                .isNotEmpty()
                .allMatch(query -> query.contains("\\\"} or up{a=\\\"\""));
    }

    @Test
    void whoDiesOverItIsFollowedByAnother() {
        open();
        String id = ops.incident(service).path("id").asString();
        // as a process leaves it that had begun and is gone
        jdbc.sql("DELETE FROM incident_timeline WHERE incident_id = ? AND kind = 'MISSING'")
                .param(UUID.fromString(id))
                .update();
        jdbc.sql("UPDATE incident_evidence SET done = false, attempts = 1, lease_until = ? WHERE incident_id = ?")
                .params(clock.instant().plusSeconds(30).atOffset(java.time.ZoneOffset.UTC), UUID.fromString(id))
                .update();
        assertThat(jobs.claim(clock.instant())).as("its claim still holds").isEmpty();
        clock.advance(Duration.ofSeconds(31));
        await().until(this::done);
        assertThat(entries(ops.incident(service), "missing")).isNotEmpty();
    }

    @Test
    void afterSomeAttemptsItIsGivenUpAndSaidSo() {
        open();
        UUID id = UUID.fromString(ops.incident(service).path("id").asString());
        jdbc.sql("UPDATE incident_evidence SET done = false, attempts = 3 WHERE incident_id = ?")
                .param(id)
                .update();
        clock.advance(Duration.ofSeconds(31));
        await().until(this::done);
        assertThat(texts(ops.incident(service), "missing"))
                .contains("No evidence was gathered: whoever began to did not come to an end");
    }

    @Test
    void whatIsFoundAfterTheClaimHasEndedIsThrownAway() {
        open();
        IncidentId id =
                new IncidentId(UUID.fromString(ops.incident(service).path("id").asString()));
        var job = new EvidenceJobs.Job(id, Moment.OPENED, clock.instant(), 1);
        assertThat(jobs.finish(job)).isFalse();
    }

    private static void budgets(String series) {
        PROMETHEUS.answers("slo:", "[" + series + "]");
    }

    /** 99.9 % of ten million events, so many of which were bad. */
    private String objective(String name, int errors) {
        String about = "\"service\":\"%s\",\"sloth_slo\":\"%s\"".formatted(service, name);
        return Stream.of(
                        series("slo:objective:ratio", about, "0.999"),
                        series("slo:time_period:days", about, "30"),
                        series("slo:sli_events:sum30d", inTest(about), "10000000"),
                        series("slo:sli_error_events:sum30d", inTest(about), Integer.toString(errors)),
                        series("slo:sli_covered:seconds30d", inTest(about), "2592000"),
                        series("slo:sli_error:ratio_rate1h", inTest(about), "0.0144"),
                        series("slo:sli_error:ratio_rate30d", inTest(about), "0.0004"))
                .collect(Collectors.joining(","));
    }

    private static String inTest(String about) {
        return "\"environment\":\"test\"," + about;
    }

    private static String series(String name, String about, String value) {
        return "{\"metric\":{\"__name__\":\"%s\",%s},\"value\":[1,\"%s\"]}".formatted(name, about, value);
    }

    private JsonNode open() {
        return open(2);
    }

    private JsonNode open(int sev) {
        assertThat(ops.alerts(Alerts.of(service)
                        .firing("Broken " + sev, sev, clock.instant())
                        .json()))
                .isEqualTo(204);
        await().until(this::done);
        return ops.incident(service);
    }

    private boolean done() {
        return jdbc.sql("""
                        SELECT bool_and(e.done) FROM incident_evidence e JOIN incidents i ON i.id = e.incident_id
                        WHERE i.service = ?""").param(service).query(Boolean.class).single();
    }

    private static List<JsonNode> entries(JsonNode incident, String kind) {
        return incident.path("timeline")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .toList();
    }

    private static List<String> details(JsonNode incident, String kind) {
        return entries(incident, kind).stream()
                .map(entry -> entry.path("detail").asString(""))
                .toList();
    }

    private static List<String> texts(JsonNode incident, String kind) {
        return entries(incident, kind).stream()
                .map(entry -> entry.path("text").asString())
                .toList();
    }
}
