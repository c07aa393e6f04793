package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.ScriptRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a break to a post-mortem: on the rules as they are, only root cause and resolution are left to a person. */
@Tag("stack")
@Order(Integer.MAX_VALUE)
class WholeLineIntegrationTests {

    private static final Duration ALERTED = Duration.ofMinutes(3);

    /** What is asked of three backends, each of which may be slow. */
    private static final Duration COLLECTED = Duration.ofMinutes(1);

    private static final Duration CALM = Duration.ofMinutes(10);

    @Test
    void anOutageBecomesAnIncidentThatEndsInAReport() {
        Stack stack = Stack.live();
        ScenarioVerb verb = new ScenarioVerb(stack);
        verb.awaitCalm("gateway-outage");
        Operator operator = Operator.of(stack);
        Instant begin = Instant.now();
        CompletableFuture<ScriptRun> verified = CompletableFuture.supplyAsync(() -> verb.verify("gateway-outage"));
        String id = opened(operator, begin, verified);
        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(kinds(operator.incident(id)))
                        .contains("alert", "version", "objective")
                        .containsAll(Stack.hasLoki() ? List.of("errors", "trace") : List.of("missing")));
        assertThat(operator.incident(id).path("links").size()).isPositive();
        assertThat(verified.join().exit())
                .as("scripts/scenario verify gateway-outage")
                .isZero();
        await().atMost(CALM)
                .untilAsserted(
                        () -> assertThat(operator.incident(id).path("status").asString())
                                .isEqualTo("monitoring"));
        assertThat(operator.conclude(id, "The gateway refused every request", "It was switched on again")
                        .ok())
                .isTrue();
        assertThat(operator.move(id, "resolved").ok()).isTrue();
        assertThat(operator.report(id).body())
                .contains("PaymentsFailing", "The gateway refused every request", "It was switched on again");
    }

    /** The id of the incident that the alert opened or joined; only one tells of it. */
    private static String opened(Operator operator, Instant begin, CompletableFuture<ScriptRun> verified) {
        await().atMost(ALERTED).pollInterval(Duration.ofSeconds(2)).until(() -> {
            assertThat(verified.isDone())
                    .as("verify ended before there was an incident")
                    .isFalse();
            return firing(operator, begin).findAny().isPresent();
        });
        assertThat(firing(operator, begin)).hasSize(1);
        Optional<JsonNode> incident = firing(operator, begin).findFirst();
        return incident.orElseThrow().path("id").asString();
    }

    private static Stream<JsonNode> firing(Operator operator, Instant begin) {
        return operator.incidentsOf("PaymentsFailing")
                .filter(incident -> Board.stream(incident.path("alerts"))
                        .filter(alert -> alert.path("name").asString().equals("PaymentsFailing"))
                        .anyMatch(alert -> Instant.parse(alert.path("starts_at").asString())
                                .isAfter(begin)));
    }

    private static Stream<String> kinds(JsonNode incident) {
        return Board.stream(incident.path("timeline"))
                .map(entry -> entry.path("kind").asString());
    }
}
