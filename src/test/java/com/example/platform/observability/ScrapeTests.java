package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Prometheus is given, with the management endpoints on a port of their own. */
@SpringBootTest(
        classes = ObservedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=observed",
            "spring.test.tracing.export=true",
            "spring.test.metrics.export=true",
            "management.tracing.export.otlp.enabled=false",
            "management.tracing.sampling.probability=1.0",
            "management.server.port=0",
            "platform.environment=test",
            "platform.instance=here",
            "spring.autoconfigure.exclude=" + Http.NO_DATABASE
        })
class ScrapeTests {

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void everySeriesTellsWhoseItIs() {
        Http.on(port).get("/api/work");

        assertThat(scrape("*/*"))
                .filteredOn(line -> !line.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("service=\"observed\"")
                        .contains("environment=\"test\"")
                        .contains("version=\"0.1.0\"")
                        .contains("instance=\"here\""));
    }

    @Test
    void requestsAreTimedByModuleRouteAndStatusInTwelveBuckets() {
        Http.on(port).get("/api/things/4711");

        List<String> buckets = series("http_server_requests_seconds_bucket", "/api/things/{id}");
        assertThat(buckets)
                .extracting(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                .containsExactly(
                        "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf");
        assertThat(series("http_server_requests_seconds_count", "/api/things/{id}"))
                .singleElement()
                .satisfies(line -> assertThat(labels(line))
                        .containsExactlyInAnyOrder(
                                "environment",
                                "error",
                                "exception",
                                "instance",
                                "method",
                                "module",
                                "outcome",
                                "service",
                                "status",
                                "uri",
                                "version"))
                .asString()
                .contains("module=\"sample\"", "method=\"GET\"", "status=\"200\"", "outcome=\"SUCCESS\"");
        assertThat(scrape("*/*")).noneMatch(line -> line.startsWith("http_server_requests_active"));
    }

    @Test
    void randomPathsAndMethodsAddNoSeries() {
        Http.on(port).get("/first/unknown");
        Http.on(port).send("FOO", "/api/work");
        long before = requestSeries();

        for (int i = 0; i < 150; i++) {
            Http.on(port).get("/" + UUID.randomUUID() + "/x?" + i);
            Http.on(port).get("/api/things/" + i % 7);
            Http.on(port).send("FOO" + i, "/api/work");
        }

        Http.on(port).get("/api/things/1");
        assertThat(requestSeries()).isLessThanOrEqualTo(before + 1);
        assertThat(scrape("*/*")).noneMatch(line -> line.contains("FOO")).anyMatch(line -> line.contains("NOT_FOUND"));
    }

    @Test
    void exemplarsAreInOpenMetricsAndNotInPlainText() {
        String trace = Http.on(port).get("/api/work").traceId();

        assertThat(scrape(OPEN_METRICS))
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket") && line.contains(trace));
        assertThat(scrape("text/plain")).noneMatch(line -> line.contains(trace));
    }

    @Test
    void probesAndTheActuatorAreNotTimed() {
        Http.on(port).get("/livez");
        Http.on(port).get("/readyz");
        Http.on(managementPort).get("/actuator/health");

        assertThat(scrape("*/*"))
                .filteredOn(line -> line.startsWith("http_server_requests"))
                .noneMatch(line -> line.contains("actuator") || line.contains("livez") || line.contains("readyz"));
    }

    @Test
    void telemetryTellsOfItsOwnHealth() {
        assertThat(scrape("*/*"))
                .anyMatch(line -> line.startsWith("telemetry_log_lines_dropped_lines_total"))
                .anyMatch(line -> line.startsWith("telemetry_spans_dropped_spans_total"))
                .anyMatch(line -> line.startsWith("telemetry_spans_exported_spans_total")
                        && line.contains("outcome=\"failure\""));
    }

    @Test
    void onlyTheListedEndpointsAnswerAndHealthTellsNoDetails() {
        for (String endpoint : List.of("env", "configprops", "beans", "heapdump", "threaddump", "mappings")) {
            assertThat(Http.on(managementPort).get("/actuator/" + endpoint).status())
                    .as(endpoint)
                    .isEqualTo(404);
        }
        for (String endpoint : List.of("health", "info", "prometheus", "loggers", "metrics")) {
            assertThat(Http.on(managementPort).get("/actuator/" + endpoint).status())
                    .as(endpoint)
                    .isEqualTo(200);
        }
        assertThat(Http.on(managementPort).get("/actuator/health").body()).doesNotContain("details");
        assertThat(Http.on(port).get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Http.on(port).get("/livez").status()).isEqualTo(200);
    }

    private long requestSeries() {
        return scrape("*/*").stream()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .count();
    }

    private List<String> series(String name, String uri) {
        return scrape("*/*").stream()
                .filter(line -> line.startsWith(name) && line.contains("uri=\"" + uri + "\""))
                .toList();
    }

    private static List<String> labels(String line) {
        String inside = line.substring(line.indexOf('{') + 1, line.lastIndexOf('}'));
        return List.of(inside.split(",")).stream()
                .map(pair -> pair.split("=")[0])
                .toList();
    }

    private List<String> scrape(String accept) {
        return Http.on(managementPort)
                .header("Accept", accept)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .toList();
    }
}
