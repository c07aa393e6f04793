package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A healthy demo with its customers, forged tokens and bad logins fires nothing but the heartbeat: half an hour, or
 * {@code -Dquiet.minutes}. Alertmanager is asked, to which Prometheus and the ruler of Loki send.
 */
@Tag("quiet")
class QuietDemoIntegrationTests {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("quiet.minutes", 30));

    /** Less than an alert stays with Alertmanager once it was sent. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    /** A first start, and two rounds of the rules. */
    private static final Duration BEGINNING = Duration.ofMinutes(3);

    private static final String HEARTBEAT = "Watchdog";

    @Test
    void nothingFiresButTheHeartbeat() {
        Stack stack = Stack.live();
        await().atMost(BEGINNING).until(() -> told(stack).containsKey(HEARTBEAT));
        Instant end = Instant.now().plus(LENGTH);
        await().atMost(LENGTH.plus(BEGINNING)).pollInterval(INTERVAL).until(() -> {
            Map<String, String> told = told(stack);
            assertThat(told).as("alerts at %s", Instant.now()).containsOnlyKeys(HEARTBEAT);
            return Instant.now().isAfter(end);
        });
        Window since = new Window(end.minus(LENGTH), Instant.now(), INTERVAL);
        assertThat(stack.backends()
                        .prometheus()
                        .instant("sum(increase(http_server_requests_seconds_count{service=\"shop\"}[5m])) > 100", since)
                        .json()
                        .path("data")
                        .path("result"))
                .as("customers of the last five minutes")
                .isNotEmpty();
    }

    /** Names of alerts, with what they are about. */
    private static Map<String, String> told(Stack stack) {
        Map<String, String> told = new TreeMap<>();
        Board.stream(Reply.get(stack.alertmanager(), "/api/v2/alerts").json())
                .forEach(alert -> told.put(
                        alert.path("labels").path("alertname").asString(),
                        alert.path("labels") + " " + alert.path("annotations").path("description")));
        return told;
    }
}
