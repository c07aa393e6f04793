package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.LiveShop;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.testing.ApplicationProcess;
import com.example.testing.RequiresDockerImages;
import com.example.testing.SourceFile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The PromQL of the project against a real Prometheus that scrapes the three applications with the stack's settings. */
@Tag("long")
@RequiresDockerImages(PrometheusQueriesIntegrationTests.IMAGE)
class PrometheusQueriesIntegrationTests {

    static final String IMAGE = "prom/prometheus:v3.14.0";

    /** Everything has figures after two scrapes, and an objective after twelve more results of its rules. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Repository REPOSITORY = Repository.here();

    private static final Inventory INVENTORY = Inventory.of(REPOSITORY);

    private static final MayBeAbsent ABSENT = MayBeAbsent.of(REPOSITORY);

    private static LiveShop live;

    private static ApplicationProcess traffic;

    private static PrometheusContainer container;

    private static Backends backends;

    @BeforeAll
    static void start() {
        // the traffic would make series while others count them
        live = LiveShop.start();
        traffic = LiveTraffic.start(live);
        Map<String, URI> processes = Map.of(
                "shop", live.management(""),
                "payment-gateway", live.gateway().managementUrl(),
                "traffic", traffic.managementUrl());
        SourceFile settings = REPOSITORY
                .files("prometheus/prometheus.yml", ".yml")
                .findFirst()
                .orElseThrow();
        container = PrometheusContainer.start(IMAGE, ScrapeSettings.rewrite(settings, processes, "local"), REPOSITORY);
        // nobody asks these here
        URI none = URI.create("http://localhost:9");
        backends = new Backends(container.prometheus(), new Loki(none), new Tempo(none));
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
        if (traffic != null) {
            traffic.stop();
        }
        if (live != null) {
            live.stop();
        }
    }

    @Test
    void everyQueryParses() {
        Evaluation evaluation = Evaluation.now(backends, ABSENT);
        assertThat(promql().stream()
                        .filter(query -> query.reading() != Reading.VALUES)
                        .map(query -> new Parsed(query, container.prometheus().parse(evaluation.sent(query))))
                        .filter(parsed -> !parsed.reply().ok()))
                .isEmpty();
    }

    @Test
    void whatLooksAtTheApplicationsHasData() {
        ApplicationMetrics metrics = new ApplicationMetrics(container.prometheus(), Evaluation.now(backends, ABSENT));
        RightlyEmpty rightlyEmpty = RightlyEmpty.of(INVENTORY);
        List<PromQl> queries = promql().stream()
                .filter(metrics::areAllThatItLooksAt)
                .filter(query -> rightlyEmpty.scenarioOf(query).isEmpty())
                .toList();
        System.out.printf(
                "PromQL: %d queries; %d look at the applications alone, the others are only parsed here%n",
                promql().size(), queries.size());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(Evaluation.now(backends, ABSENT).of(queries).stream()
                                .filter(finding -> !finding.hasData()))
                        .isEmpty());
    }

    private static List<PromQl> promql() {
        return INVENTORY.queries().stream()
                .filter(Query::needsPrometheusAlone)
                .map(PromQl.class::cast)
                .toList();
    }

    private record Parsed(Query query, Reply reply) {}
}
