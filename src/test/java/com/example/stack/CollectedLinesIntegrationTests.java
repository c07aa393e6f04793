package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.OtlpSink;
import com.example.testing.RequiresDockerImages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** What becomes of a container's lines in the real Loki, read by the real collector over Docker's API. */
@Tag("stack")
@RequiresDockerImages({CollectorContainer.IMAGE, StoredLines.IMAGE, CollectedLinesIntegrationTests.TALKER})
@TestInstance(Lifecycle.PER_CLASS)
class CollectedLinesIntegrationTests {

    static final String TALKER = "alpine:3.23";

    private static final Instant THEN = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Network network = Network.newNetwork();
    private final OtlpSink tempo = OtlpSink.startForContainers();
    private final StoredLines loki = new StoredLines(network);
    private final CollectorContainer collector = new CollectorContainer(tempo, "keep-all").withNetwork(network);

    private final List<GenericContainer<?>> talkers = new ArrayList<>();

    @BeforeAll
    void startAll() {
        loki.start();
        collector.start();
    }

    @AfterAll
    void stop() {
        talkers.forEach(GenericContainer::stop);
        collector.stop();
        loki.stop();
        tempo.close();
        network.close();
    }

    @Test
    void aLineOfAnApplicationIsFoundByItsLabelsItsTraceAndItsOwnTime() {
        String line = """
                {"timestamp":"%s","level":"INFO","logger":"c.e.Things","message":"Thing made","service":"application",\
                "environment":"test","instance":"host-1","trace_id":"%s","span_id":"4111111111111111"}""".formatted(THEN, TRACE);
        say("application", "json", line);

        StoredLines.Line stored = only("application");
        assertThat(stored.text()).isEqualTo(line);
        assertThat(stored.time()).isEqualTo(THEN);
        assertThat(stored.labels()).isEqualTo(Map.of("service", "application", "environment", "test", "level", "info"));
        assertThat(stored.metadata())
                .isEqualTo(Map.of(
                        "trace_id",
                        TRACE,
                        "span_id",
                        "4111111111111111",
                        "logger",
                        "c.e.Things",
                        "instance",
                        "host-1"));
    }

    @Test
    void levelsOfAllProgramsAreFiveWords() {
        say("levels", "json", """
                {"ts":"%1$s","level":"warn","msg":"of Loki"}
                {"time":"%1$s","level":"ERROR","msg":"of Prometheus"}
                {"t":"%1$s","level":"eror","msg":"of Grafana"}
                {"level":"DEBUG","msg":"without a time"}
                {"msg":"without a level"}
                Picked up JAVA_TOOL_OPTIONS: -Xmx64m
                Exception in thread "main" java.lang.IllegalStateException""".formatted(THEN));

        assertThat(lines("levels", 7))
                .extracting(line -> line.labels().get("level"))
                .containsExactlyInAnyOrder("warn", "error", "error", "debug", "unknown", "unknown", "error");
    }

    @Test
    void aLineOfPostgresHasItsLevelAndItsTime() {
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS z")
                .withZone(ZoneId.of("UTC"))
                .format(THEN);
        String container = say("database", "plain", time + " [42] FATAL:  the database system is starting up");

        StoredLines.Line stored = only("database");
        assertThat(stored.time()).isEqualTo(THEN.truncatedTo(ChronoUnit.MILLIS));
        assertThat(stored.labels()).containsEntry("level", "error");
        assertThat(stored.metadata()).isEqualTo(Map.of("instance", container.substring(0, 12)));
    }

    @Test
    void anEventOfDockerIsALineOfTheServiceItIsAbout() {
        long nanos = THEN.getEpochSecond() * 1_000_000_000 + THEN.getNano();
        say("events", "docker-events", """
                {"Type":"container","Action":"die","Actor":{"ID":"0123456789abcdef","Attributes":\
                {"com.docker.compose.service":"victim","exitCode":"137"}},"time":%d,"timeNano":%d}""".formatted(THEN.getEpochSecond(), nanos));

        StoredLines.Line stored = only("victim");
        assertThat(stored.time()).isEqualTo(THEN);
        assertThat(stored.labels()).containsEntry("level", "warn");
        assertThat(stored.metadata()).isEqualTo(Map.of("instance", "0123456789ab"));
        assertThat(stored.text())
                .contains("\"message\":\"Container state changed\"", "\"service\":\"victim\"")
                .contains("\"log_type\":\"infrastructure\"", "\"event\":\"container.died\"", "\"exit_code\":137");
    }

    @Test
    void secretsAreTakenOutAndIdsStay() {
        String id = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
        say("careless", "json", """
                {"timestamp":"%s","level":"INFO","trace_id":"41111111111111111111111111111111","id":"%s",\
                "a":"4111 1111 1111 1111","b":"5555555555554444","c":"me@example.com","password":"hunter 2",\
                "d":"Bearer abcdefghijklmnopqrstuvwxyz","e":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"}""".formatted(THEN, id));

        assertThat(only("careless").text()).endsWith("""
                        "level":"INFO","trace_id":"41111111111111111111111111111111","id":"%s",\
                        "a":"[card]","b":"[card]","c":"[email]","password":"[redacted]",\
                        "d":"Bearer [redacted]","e":"[jwt]"}""".formatted(id));
    }

    @Test
    void theLastWordsOfAContainerThatEndsAtOnceAreKept() {
        start(container("crashed", "json")
                .withCommand("sh", "-c", "echo panic: no way out; exit 3")
                .withStartupCheckStrategy(new EndsAtOnce()));

        assertThat(only("crashed").labels()).containsEntry("level", "error");
    }

    /** Returns the id of the container that says it. */
    private String say(String service, String format, String lines) {
        return start(container(service, format)
                .withEnv("WORDS", lines)
                .withCommand("sh", "-c", "printf '%s\\n' \"$WORDS\"; exec sleep 300"));
    }

    private String start(GenericContainer<?> talker) {
        talkers.add(talker);
        talker.start();
        return talker.getContainerId();
    }

    private static GenericContainer<?> container(String service, String format) {
        return new GenericContainer<>(TALKER)
                .withLabel("com.docker.compose.project", CollectorContainer.PROJECT)
                .withLabel("com.docker.compose.service", service)
                .withLabel("logs.format", format);
    }

    private StoredLines.Line only(String service) {
        return lines(service, 1).getFirst();
    }

    private List<StoredLines.Line> lines(String service, int count) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> loki.of(service), lines -> lines.size() == count);
    }
}
