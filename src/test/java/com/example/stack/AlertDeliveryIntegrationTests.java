package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.RequiresDockerImages;
import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the real Alertmanager tells with the routes of the stack: together, without what follows from it, and its end. */
@RequiresDockerImages(AlertmanagerContainer.IMAGE)
@TestInstance(Lifecycle.PER_CLASS)
class AlertDeliveryIntegrationTests {

    private final NotificationSink ops = new NotificationSink();

    private final AlertmanagerContainer alertmanager = new AlertmanagerContainer(hurried());

    /** The configuration of the stack, with shorter waits and the test in the place of ops. */
    private String hurried() {
        return SourceFile.read(Path.of("alertmanager/alertmanager.yml"))
                .text()
                .replace("http://ops:8070/", "http://host.docker.internal:" + ops.port() + "/")
                .replace("group_wait: 10s", "group_wait: 1s")
                .replace("group_interval: 1m", "group_interval: 2s")
                .replace("group_interval: 30s", "group_interval: 2s")
                .replace("repeat_interval: 50s", "repeat_interval: 3s");
    }

    @BeforeAll
    void start() {
        alertmanager.start();
    }

    @AfterAll
    void stop() {
        alertmanager.stop();
        ops.close();
    }

    @Test
    void whatHappensToOneServiceIsToldTogether() {
        alertmanager.fire(alert("A", "one", "critical"));
        alertmanager.fire(alert("B", "one", "critical"));
        alertmanager.fire(alert("A", "other", "critical"));

        eventually().untilAsserted(() -> {
            assertThat(ops.of("one"))
                    .isNotEmpty()
                    .last()
                    .satisfies(told -> assertThat(told.alerts()).containsExactly("A firing", "B firing"));
            assertThat(ops.alertsOf("other")).containsExactly("A firing");
        });
    }

    @Test
    void theReceiverKnowsTheSenderByTheTokenInTheFile() {
        alertmanager.fire(alert("A", "secret", "warning"));

        eventually().untilAsserted(() -> assertThat(ops.of("secret")).isNotEmpty());
        assertThat(ops.all()).allSatisfy(told -> {
            assertThat(told.path()).isEqualTo("/api/alerts");
            assertThat(told.authorization()).isEqualTo("Bearer " + AlertmanagerContainer.TOKEN);
        });
    }

    @Test
    void theEndOfAnAlertIsTold() {
        String[] alert = alert("A", "healed", "critical");
        alertmanager.fire(alert);
        eventually().untilAsserted(() -> assertThat(ops.alertsOf("healed")).containsExactly("A firing"));

        alertmanager.resolve(alert);
        eventually().untilAsserted(() -> assertThat(ops.alertsOf("healed")).containsExactly("A firing", "A resolved"));
    }

    @Test
    void aCriticalAlertSilencesItsWarningsAsLongAsItFires() {
        String[] critical = alert("Fails", "sick", "critical");
        alertmanager.fire(critical);
        alertmanager.fire(alert("Slow", "sick", "warning"));
        alertmanager.fire("alertname", "Slow", "environment", "live", "service", "sick", "severity", "warning");
        alertmanager.fire(alert("Attack", "sick", "warning", "area", "security"));
        alertmanager.fire(alert("Slow", "well", "warning"));
        eventually().untilAsserted(() -> {
            assertThat(ops.of("sick")
                            .filter(told -> told.body()
                                    .at("/groupLabels/environment")
                                    .asString()
                                    .equals("test")))
                    .isNotEmpty()
                    .last()
                    .satisfies(told -> assertThat(told.alerts()).containsExactly("Attack firing", "Fails firing"));
            // of another environment, and of another service
            assertThat(ops.alertsOf("sick")).contains("Slow firing");
            assertThat(ops.alertsOf("well")).containsExactly("Slow firing");
        });

        alertmanager.resolve(critical);
        eventually()
                .untilAsserted(() -> assertThat(ops.of("sick")
                                .filter(told -> told.body()
                                        .at("/groupLabels/environment")
                                        .asString()
                                        .equals("test")))
                        .anySatisfy(told -> assertThat(told.alerts()).contains("Fails resolved", "Slow firing")));
    }

    @Test
    void aSpentBudgetSilencesTheSlowBurnOfItsObjectiveAndNothingElse() {
        alertmanager.fire(budget("Spent", "critical", "answers"));
        alertmanager.fire(budget("Burns", "warning", "answers"));
        alertmanager.fire(budget("Burns elsewhere", "warning", "speed"));
        alertmanager.fire(alert("Slow", "spent", "warning"));

        eventually()
                .untilAsserted(() -> assertThat(ops.alertsOf("spent"))
                        .containsExactlyInAnyOrder("Spent firing", "Burns elsewhere firing", "Slow firing"));
    }

    private static String[] budget(String name, String severity, String objective) {
        return alert(name, "spent", severity, "area", "budget", "sloth_slo", objective);
    }

    @Test
    void aServiceThatIsDownSilencesWhatFollowsFromItAndNothingElse() {
        String[] down = alert("ServiceDown", "gone", "critical");
        alertmanager.fire(down);
        alertmanager.fire(alert("Fails", "gone", "critical"));
        alertmanager.fire(alert("Slow", "gone", "warning"));
        alertmanager.fire(alert("Dies", "gone", "warning", "area", "infrastructure"));
        alertmanager.fire(alert("Fails", "caller", "critical"));
        eventually().untilAsserted(() -> {
            assertThat(ops.alertsOf("gone")).containsExactlyInAnyOrder("ServiceDown firing", "Dies firing");
            assertThat(ops.alertsOf("caller")).containsExactly("Fails firing");
        });

        alertmanager.resolve(down);
        // the warning stays silenced by the other critical alert
        eventually()
                .untilAsserted(() -> assertThat(ops.alertsOf("gone"))
                        .containsExactlyInAnyOrder(
                                "ServiceDown firing", "Dies firing", "ServiceDown resolved", "Fails firing"));
    }

    @Test
    void theHeartbeatIsRepeated() {
        alertmanager.fire(alert("Watchdog", "heart", "none"));

        eventually()
                .untilAsserted(() -> assertThat(
                                ops.all().stream().filter(told -> told.alerts().contains("Watchdog firing")))
                        .hasSizeGreaterThan(2)
                        .allSatisfy(told -> assertThat(told.alerts()).containsExactly("Watchdog firing")));
    }

    /** Names and values of labels, in turn. */
    private static String[] alert(String name, String service, String severity, String... more) {
        String[] labels = {"alertname", name, "environment", "test", "service", service, "severity", severity};
        return Stream.concat(Stream.of(labels), Stream.of(more)).toArray(String[]::new);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500));
    }
}
