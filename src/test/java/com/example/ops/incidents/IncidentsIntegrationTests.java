package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.testing.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Incidents from the first alert to the end. */
class IncidentsIntegrationTests extends IncidentsOverHttp {

    private static final Duration QUIET = Duration.ofMinutes(5);

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
    void withoutBackendsTheTimelineSaysSo() {
        fire("Broken", 2);
        await().until(() -> texts(ops.incident(service))
                .containsAll(List.of(
                        "Prometheus could not be asked: there is none here",
                        "Loki could not be asked: there is none here")));
    }

    /** As alerts about objectives are labelled. */
    private static String lagging(String notification) {
        return notification.replace(
                "\"alertname\":\"BudgetSpent\"", "\"alertname\":\"BudgetSpent\",\"area\":\"budget\"");
    }

    private void tell(Alerts alerts) {
        assertThat(ops.alerts(lagging(alerts.json()))).isEqualTo(204);
    }
}
