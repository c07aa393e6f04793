package com.example.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.testing.OpsIntegrationTest;
import com.example.platform.security.Tokens;
import com.example.testing.RequiresDockerImages;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** The report from a real Prometheus, whose rules make up what is otherwise recorded of thirty days. */
@OpsIntegrationTest
@RequiresDockerImages(SloReportIntegrationTests.IMAGE)
class SloReportIntegrationTests {

    static final String IMAGE = "prom/prometheus:v3.14.0";

    private static final String SETTINGS = """
            global: {evaluation_interval: 1s}
            rule_files: [/etc/prometheus/made-up.yml]
            """;

    private static final String RULES = """
            groups:
              - name: made-up
                rules:
                  - {record: 'slo:objective:ratio', expr: vector(0.9990000000000001), labels: &any {service: any, sloth_slo: answers}}
                  - {record: 'slo:time_period:days', expr: vector(30), labels: *any}
                  - {record: 'slo:sli_events:sum30d', expr: vector(1e7), labels: &demo {<<: *any, environment: demo}}
                  - {record: 'slo:sli_error_events:sum30d', expr: vector(4e3), labels: *demo}
                  - {record: 'slo:sli_error_events:sum30m', expr: vector(500), labels: *demo}
                  - {record: 'slo:sli_covered:seconds30d', expr: vector(2592000), labels: *demo}
                  - {record: 'slo:sli_error:ratio_rate1h', expr: vector(0.02), labels: *demo}
                  - {record: 'slo:sli_error:ratio_rate30d', expr: vector(0.0004), labels: *demo}
            """;

    private static GenericContainer<?> prometheus;

    @LocalServerPort
    private int port;

    @Autowired
    private RSAKey key;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        prometheus = new GenericContainer<>(IMAGE)
                .withCopyToContainer(Transferable.of(SETTINGS), "/etc/prometheus/prometheus.yml")
                .withCopyToContainer(Transferable.of(RULES), "/etc/prometheus/made-up.yml")
                .withExposedPorts(9090)
                .withStartupAttempts(3)
                .waitingFor(Wait.forHttp("/-/ready").forPort(9090));
        prometheus.start();
        properties.add(
                "ops.prometheus.url", () -> "http://" + prometheus.getHost() + ":" + prometheus.getMappedPort(9090));
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.stop();
        }
    }

    @Test
    void whatIsRecordedIsReported() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> client("operator")
                        .get()
                        .uri("/api/slo")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.objectives.length()")
                        .isEqualTo(1)
                        .jsonPath("$.objectives[0].environment")
                        .isEqualTo("demo")
                        .jsonPath("$.objectives[0].target")
                        .isEqualTo(0.999)
                        .jsonPath("$.objectives[0].figures.met")
                        .isEqualTo(true)
                        .jsonPath("$.objectives[0].figures.allowedErrors")
                        .isEqualTo(10_000.0)
                        .jsonPath("$.objectives[0].figures.allowedMinutes")
                        .isEqualTo(43.2)
                        .jsonPath("$.objectives[0].figures.budgetUsedLast30Minutes")
                        .isEqualTo(0.05)
                        .jsonPath("$.objectives[0].figures.burnRates['1h']")
                        .isEqualTo(20.0)
                        .jsonPath("$.objectives[0].figures.exhaustion")
                        .exists());
        assertThat(client("operator")
                        .get()
                        .uri("/api/slo")
                        .header("Accept", "text/markdown")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody())
                .contains("| demo | any | answers | 99.900 % | 99.960 % | 0.060 % | yes | 60.000 % |");
    }

    @ParameterizedTest
    @CsvSource({"support, 403", "nobody, 403"})
    void itIsForOperators(String role, int status) {
        client(role).get().uri("/api/slo").exchange().expectStatus().isEqualTo(status);
    }

    private RestTestClient client(String role) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + new Tokens(key).valid("someone", role))
                .build();
    }
}
