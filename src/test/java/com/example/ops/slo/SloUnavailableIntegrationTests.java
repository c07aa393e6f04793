package com.example.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.testing.OpsIntegrationTest;
import com.example.platform.security.Tokens;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A Prometheus that does not answer as it should leaves a problem, soon, and never a figure. */
@OpsIntegrationTest
class SloUnavailableIntegrationTests {

    private static final List<String> FORMS = List.of("application/json", "text/markdown");

    private static final StrangePrometheus PROMETHEUS = StrangePrometheus.start();

    @LocalServerPort
    private int port;

    @Autowired
    private RSAKey key;

    private RestTestClient client;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("ops.prometheus.url", PROMETHEUS::url);
    }

    @AfterAll
    static void stop() {
        PROMETHEUS.stop();
    }

    @BeforeEach
    void isReadyOtherwise() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + new Tokens(key).valid("someone", "operator"))
                .build();
        PROMETHEUS.answers(Recorded.traffic("demo").json());
        client.get().uri("/api/slo").exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @EnumSource(names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
    void anAnswerThatDoesNotComeIsGivenUpWithinTwoSeconds(StrangePrometheus.Manner manner) {
        PROMETHEUS.behave(manner);

        for (String form : FORMS) {
            long before = System.nanoTime();
            expectProblem(form);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @MethodSource("com.example.ops.slo.Recorded#answersOfNoUse")
    void anAnswerThatCannotBeReliedOnIsNone(String answer) {
        PROMETHEUS.answers(answer);

        FORMS.forEach(this::expectProblem);
    }

    private void expectProblem(String form) {
        client.get()
                .uri("/api/slo")
                .header("Accept", form)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:objectives-unknown");
    }
}
