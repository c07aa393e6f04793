package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on stdout while requests are served. */
@SpringBootTest(
        classes = ObservedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=observed",
            "spring.test.tracing.export=true",
            "management.tracing.export.otlp.enabled=false",
            "platform.environment=test",
            "platform.instance=here",
            "platform.synthetic-user-agent=robot/",
            "spring.autoconfigure.exclude=" + Http.NO_DATABASE
        })
@ExtendWith({OutputCaptureExtension.class, FreshLogging.class})
class LogLinesTests {

    private static final Logger log = LoggerFactory.getLogger(LogLinesTests.class);
    private static final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Test
    void everyLineOfARequestHasItsContext(CapturedOutput output) {
        String requestId = UUID.randomUUID().toString();
        Http.Answer answer = Http.on(port).header("X-Request-Id", requestId).get("/api/things/4711?q=private");

        JsonNode line = awaitLine(output, "event", "thing.read", answer.traceId());
        assertThat(answer.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(line.propertyNames())
                .containsExactly(
                        "timestamp",
                        "level",
                        "logger",
                        "thread",
                        "message",
                        "service",
                        "environment",
                        "version",
                        "instance",
                        "trace_id",
                        "span_id",
                        "request_id",
                        "endpoint",
                        "method",
                        "log_type",
                        "event",
                        "thing_id",
                        "size");
        assertThat(Instant.parse(line.get("timestamp").asString())).isBefore(Instant.now());
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("message").asString()).isEqualTo("Thing read");
        assertThat(line.get("service").asString()).isEqualTo("observed");
        assertThat(line.get("environment").asString()).isEqualTo("test");
        assertThat(line.get("instance").asString()).isEqualTo("here");
        assertThat(line.get("span_id").asString())
                .isEqualTo(answer.header("traceresponse").split("-")[2]);
        assertThat(line.get("request_id").asString()).isEqualTo(requestId);
        assertThat(line.get("endpoint").asString()).isEqualTo("/api/things/{id}");
        assertThat(line.get("method").asString()).isEqualTo("GET");
        assertThat(line.get("log_type").asString()).isEqualTo("application");
        assertThat(line.get("size").isNumber()).isTrue();
    }

    @Test
    void eachFinishedRequestHasOneAccessLineWithoutItsPath(CapturedOutput output) {
        Http.Answer answer = Http.on(port).get("/api/things/private?q=private");

        JsonNode line = awaitLine(output, "logger", "access", answer.traceId());
        assertThat(line.get("event").asString()).isEqualTo("http.request");
        assertThat(line.get("endpoint").asString()).isEqualTo("/api/things/{id}");
        assertThat(line.get("method").asString()).isEqualTo("GET");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("duration_ms").isNumber()).isTrue();
        assertThat(line.toString()).doesNotContain("private");
        assertThat(lines(output).stream().filter(l -> isAccessLineOf(l, answer.traceId())))
                .hasSize(1);
    }

    @Test
    void anUnknownPathIsOneEndpointAndAnUnknownMethodOneMethod(CapturedOutput output) {
        Http.Answer unknownPath = Http.on(port).get("/private/path");
        Http.Answer unknownMethod = Http.on(port).send("FOO", "/api/work");

        assertThat(awaitLine(output, "logger", "access", unknownPath.traceId())
                        .get("endpoint")
                        .asString())
                .isEqualTo("NOT_FOUND");
        JsonNode line = awaitLine(output, "logger", "access", unknownMethod.traceId());
        assertThat(line.get("method").asString()).isEqualTo("UNKNOWN");
        assertThat(output.getOut()).doesNotContain("/private/path");
    }

    @Test
    void anExceptionIsLoggedWithItsTraceAndWithoutItsSecrets(CapturedOutput output) {
        Http.Answer answer = Http.on(port).get("/api/boom");

        JsonNode line = awaitLine(output, "event", "http.request.failed", answer.traceId());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(line.get("level").asString()).isEqualTo("ERROR");
        assertThat(line.get("endpoint").asString()).isEqualTo("/api/boom");
        assertThat(line.get("error_type").asString()).isEqualTo("jakarta.servlet.ServletException");
        assertThat(line.get("error_message").asString()).contains("[card]").contains("[email]");
        assertThat(line.get("stack_trace").asString())
                .startsWith("java.lang.IllegalStateException")
                .contains("ThingsController");
        awaitLine(output, "logger", "access", answer.traceId());
        assertThat(output.getAll()).doesNotContain("4111 1111").doesNotContain("anna");
        assertThat(lines(output).stream().filter(l -> l.has("stack_trace"))).hasSize(1);
    }

    @Test
    void secretsAreRedactedInMessageFieldsAndNestedValues(CapturedOutput output) {
        log.atInfo()
                .addKeyValue("event", "test.secrets")
                .addKeyValue("note", "card 4111 1111 1111 1111")
                .addKeyValue("number", 4111111111111111L)
                .addKeyValue("password", "plain")
                .addKeyValue("nested", Map.of("mail", "anna@example.com", "list", List.of("tok_secret")))
                .addKeyValue("moment", 1795344373307L)
                .addKeyValue("trace_id", "mine")
                .log("Bearer abcdef of 5555555555554444");

        JsonNode line = awaitLine(output, "event", "test.secrets", null);
        assertThat(line.get("message").asString()).isEqualTo("Bearer [redacted] of [card]");
        assertThat(line.get("note").asString()).isEqualTo("card [card]");
        assertThat(line.get("number").asString()).isEqualTo("[card]");
        assertThat(line.get("password").asString()).isEqualTo("[redacted]");
        assertThat(line.get("nested").get("mail").asString()).isEqualTo("[email]");
        assertThat(line.get("nested").get("list").get(0).asString()).isEqualTo("tok_[redacted]");
        assertThat(line.get("moment").asLong()).isEqualTo(1795344373307L);
        assertThat(line.get("trace_id_").asString()).isEqualTo("mine");
    }

    @Test
    void aMarkerSetsTheLogType(CapturedOutput output) {
        Http.Answer answer = Http.on(port).get("/api/work");

        assertThat(awaitLine(output, "message", "Worked", answer.traceId())
                        .get("log_type")
                        .asString())
                .isEqualTo("audit");
    }

    @Test
    void onlyACanonicalUuidIsTakenAsRequestId(CapturedOutput output) {
        for (String offered : List.of("4111111111111111", "550E8400-E29B-41D4-A716-446655440000", "x".repeat(36))) {
            Http.Answer answer = Http.on(port).header("X-Request-Id", offered).get("/api/work");

            assertThat(answer.header("X-Request-Id")).isNotEqualTo(offered).matches("[0-9a-f-]{36}");
        }
        assertThat(output.getAll()).doesNotContain("4111111111111111");
    }

    @Test
    void theTraceIsAnsweredWhateverBecameOfTheRequest() {
        for (String path : List.of("/api/work", "/secret", "/nowhere", "/api/boom", "/api/unavailable", "/api/early")) {
            assertThat(Http.on(port).get(path).header("traceresponse"))
                    .as(path)
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        }
    }

    @Test
    void aSyntheticCallerIsMarkedAndARealOneIsNot(CapturedOutput output) {
        Http.Answer synthetic = Http.on(port).header("User-Agent", "robot/1").get("/api/work");
        Http.Answer real = Http.on(port).header("User-Agent", "browser").get("/api/work");

        assertThat(awaitLine(output, "logger", "access", synthetic.traceId())
                        .get("synthetic")
                        .asString())
                .isEqualTo("true");
        assertThat(awaitLine(output, "logger", "access", real.traceId()).has("synthetic"))
                .isFalse();
    }

    @Test
    void probesAndTheActuatorHaveNoAccessLines(CapturedOutput output) {
        Http.Answer before = Http.on(port).get("/api/work");
        awaitLine(output, "logger", "access", before.traceId());
        Http.on(port).get("/livez");
        Http.on(port).get("/actuator/health");
        Http.Answer after = Http.on(port).get("/api/work");
        awaitLine(output, "logger", "access", after.traceId());

        assertThat(lines(output).stream()
                        .filter(line -> line.get("logger").asString().equals("access"))
                        .map(line -> line.get("trace_id").asString())
                        .dropWhile(trace -> !trace.equals(before.traceId())))
                .containsExactly(before.traceId(), after.traceId());
    }

    @Test
    void nothingOfARequestStaysOnTheThread(CapturedOutput output) {
        Http.on(port).get("/api/work");
        MDC.put("unlisted", "4711");
        log.atInfo().addKeyValue("event", "test.outside").log("Outside of any request");
        MDC.remove("unlisted");

        JsonNode line = awaitLine(output, "event", "test.outside", null);
        assertThat(line.propertyNames()).doesNotContain("request_id", "trace_id", "endpoint", "unlisted");
    }

    private static boolean isAccessLineOf(JsonNode line, String traceId) {
        return line.get("logger").asString().equals("access")
                && traceId.equals(line.path("trace_id").asString(""));
    }

    private static JsonNode awaitLine(CapturedOutput output, String field, String value, String traceId) {
        return await().until(
                        () -> lines(output).stream()
                                .filter(l -> l.path(field).asString("").equals(value))
                                .filter(l -> traceId == null
                                        || l.path("trace_id").asString("").equals(traceId))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** Every line that is whole; a line that is no JSON object fails the test. */
    private static List<JsonNode> lines(CapturedOutput output) {
        String out = output.getOut();
        return out.substring(0, out.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.isBlank())
                .map(LogLinesTests::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        JsonNode node = json.readTree(line);
        assertThat(node.isObject()).as(line).isTrue();
        return node;
    }
}
