package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.stack.LogCases.Talker;
import com.example.testing.RequiresDockerImages;
import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.testcontainers.containers.Network;

/** The alerts on logs in the ruler of the real Loki: lines make them fire at the real Alertmanager, others do not. */
@Tag("stack")
@RequiresDockerImages({StoredLines.IMAGE, AlertmanagerContainer.IMAGE})
@TestInstance(Lifecycle.PER_CLASS)
class LogAlertsIntegrationTests {

    /** Loki is asked for new rules, they are evaluated, and one of them waits before it fires. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Network network = Network.newNetwork();

    private final StoredLines loki = new StoredLines(network);

    private final AlertmanagerContainer alertmanager = new AlertmanagerContainer(
                    SourceFile.read(Path.of("alertmanager/alertmanager.yml")).text())
            .withNetwork(network)
            .withNetworkAliases("alertmanager");

    @BeforeAll
    void startAll() {
        alertmanager.start();
        loki.start();
    }

    @AfterAll
    void stop() {
        loki.stop();
        alertmanager.stop();
        network.close();
    }

    @Test
    void eachFiresOnItsLinesAndOnNoOthers() {
        List<Talker> talkers = LogCases.read(Repository.here()).toList();
        assertThat(talkers).isNotEmpty();
        talkers.forEach(talker -> loki.push(talker.service(), talker.level(), talker.lines()));

        List<String> expected = talkers.stream()
                .filter(Talker::fires)
                .map(talker -> talker.alert() + " " + talker.service())
                .toList();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(alertmanager.firing()).containsAll(expected));
        assertThat(alertmanager.firing()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
