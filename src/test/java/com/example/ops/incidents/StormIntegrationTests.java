package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.ops.OpsApplication;
import com.example.ops.testing.Alerts;
import com.example.ops.testing.OpsCalls;
import com.example.testing.EmbeddedPostgresConfiguration;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas on one database, thousands of notifications, and a restart. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StormIntegrationTests {

    /** 10,000 in CI, which sets the property; here enough that the timeline of each group overflows. */
    private static final int NOTIFICATIONS = Integer.getInteger("storm.notifications", 3_000);

    private static final int GROUPS = 20;

    private static final int SENDERS = 24;

    private static final int MOST_ATTEMPTS = 20;

    private static ConfigurableApplicationContext database;

    private static ConfigurableApplicationContext one;

    private static ConfigurableApplicationContext two;

    @BeforeAll
    static void start() {
        database = new SpringApplicationBuilder(EmbeddedPostgresConfiguration.class)
                .web(WebApplicationType.NONE)
                .run();
        one = replica();
        two = replica();
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        database.close();
    }

    private static ConfigurableApplicationContext replica() {
        JdbcConnectionDetails details = database.getBean(JdbcConnectionDetails.class);
        return new SpringApplicationBuilder(OpsApplication.class)
                .properties("spring.config.name=application,ops")
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + details.getJdbcUrl(),
                        "--spring.datasource.username=" + details.getUsername(),
                        "--spring.datasource.password=" + details.getPassword(),
                        "--ops.webhook.token-file=src/test/resources/ops/webhook-token",
                        "--ops.incidents.quiet-period=1s",
                        "--ops.incidents.watchdog-silence=2s",
                        "--ops.incidents.interval=50ms",
                        "--management.tracing.export.enabled=false",
                        // a line for each call would be all that anybody sees
                        "--logging.level.root=error");
    }

    @Test
    @Order(1)
    void aStormIsOneIncidentAGroupAndLosesNothing() throws Exception {
        List<OpsCalls> replicas = List.of(calls(one), calls(two));
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(5);
        AtomicInteger again = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            IntStream.range(0, NOTIFICATIONS)
                    .forEach(number -> sent.add(senders.submit(() -> {
                        String service = "storm-" + number % GROUPS;
                        String body = Alerts.of(service)
                                .firing("Broken", 1 + number % 4, start, service + "/" + number)
                                .json();
                        // as Alertmanager does, which comes again after anything but a success
                        int status = replicas.get(number % 2).alerts(body);
                        for (int attempt = 1; status >= 500 && attempt < MOST_ATTEMPTS; attempt++) {
                            again.incrementAndGet();
                            status = replicas.get(number % 2).alerts(body);
                        }
                        assertThat(status).isEqualTo(204);
                    })));
            for (Future<?> future : sent) {
                future.get();
            }
        }
        System.out.printf(
                "%d notifications in %d s, %d of them sent again%n",
                NOTIFICATIONS, Duration.ofNanos(System.nanoTime() - begin).toSeconds(), again.get());
        assertThat(number("SELECT count(*) FROM incidents WHERE service LIKE 'storm-%'"))
                .isEqualTo(GROUPS);
        assertThat(number("SELECT count(*) FROM incident_alerts WHERE name = 'Broken'"))
                .isEqualTo(NOTIFICATIONS);
        assertThat(number("SELECT count(*) FROM incidents WHERE service LIKE 'storm-%' AND sev <> 1"))
                .as("groups of one sev each, but for those whose numbers share it")
                .isLessThan(GROUPS);
        assertThat(number("SELECT max(lines) FROM (SELECT count(*) AS lines FROM incident_timeline "
                        + "WHERE kind = 'ALERT' GROUP BY incident_id) AS counted"))
                .isLessThanOrEqualTo(Timeline.MOST_ALERTS + 10);
        assertThat(number("SELECT count(*) FROM audit_events WHERE action = 'incident.open' AND target IN "
                        + "(SELECT 'incident/' || id FROM incidents WHERE service LIKE 'storm-%')"))
                .isEqualTo(GROUPS);
    }

    @Test
    @Order(2)
    void whatTwoReplicasDoByThemselvesIsDoneOnce() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(5);
        OpsCalls calls = calls(one);
        calls.alerts(Alerts.of("twice").firing("Broken", 2, start).json());
        calls.alerts(
                Alerts.of("twice").resolved("Broken", 2, start, Instant.now()).json());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> calls.incident("twice").path("resolution_proposed").asBoolean());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> number("SELECT count(*) FROM incident_evidence WHERE NOT done") == 0);
        assertThat(number("SELECT count(*) FROM incident_timeline WHERE kind = 'PROPOSAL' AND incident_id = "
                        + "(SELECT id FROM incidents WHERE service = 'twice')"))
                .isEqualTo(1);
        assertThat(number("SELECT max(times) FROM (SELECT count(*) AS times FROM incident_timeline "
                        + "WHERE kind = 'MISSING' GROUP BY incident_id, at, text) AS counted"))
                .as(
                        "version and objectives ask the same backend, so what is missing may be said twice, and not four times")
                .isLessThanOrEqualTo(2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !calls.incidents("alertmanager").isEmpty());
        assertThat(number("SELECT count(*) FROM incidents WHERE service = 'alertmanager'"))
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void aRestartForgetsNothing() {
        OpsCalls before = calls(two);
        String report = before.report("twice");
        String incident = before.incident("twice").path("timeline").toString();
        two.close();
        two = replica();
        assertThat(calls(two).incident("twice").path("timeline").toString()).isEqualTo(incident);
        assertThat(calls(two).report("twice")).startsWith(report.substring(0, report.indexOf("## Evidence")));
        assertThat(calls(two)
                        .change("twice", "status", "{\"status\":\"resolved\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static OpsCalls calls(ConfigurableApplicationContext replica) {
        int port = Integer.parseInt(replica.getEnvironment().getRequiredProperty("local.server.port"));
        return new OpsCalls(port, replica.getBean(RSAKey.class));
    }

    private static long number(String query) {
        return one.getBean(JdbcClient.class).sql(query).query(Long.class).single();
    }
}
