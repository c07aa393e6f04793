package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Journeys;
import com.example.shop.testing.LiveShop;
import com.example.shop.testing.Series;
import com.example.shop.testing.ShopCalls;
import com.example.testing.ImageLayout;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The shop with the beans that were chosen while its image was built is the shop that chooses them when it starts. */
@Tag("long")
class ImageIntegrationTests {

    private static final String CHOSEN_BEFORE = "Starting AOT-processed ShopApplication";

    private static final String CHOOSES = "Starting ShopApplication";

    private static final String NOBODYS_ID = UUID.randomUUID().toString();

    @TempDir
    private static Path folder;

    private static ImageLayout image;

    private static LiveShop ofTheImage;

    private static LiveShop plain;

    /** What each has left of the journeys alone. */
    private static final Map<LiveShop, Signals> SIGNALS = new HashMap<>();

    private record Signals(SortedSet<String> series, SortedSet<String> spans, SortedSet<String> events) {}

    @BeforeAll
    static void driveBoth() throws Exception {
        image = ImageLayout.extract(Path.of("target", "shop-shop.jar"), folder).chooseBeans("demo");
        ofTheImage = LiveShop.startFrom(image.jar().toString());
        plain = LiveShop.start();
        for (LiveShop live : new LiveShop[] {ofTheImage, plain}) {
            String trace = new Journeys(live).driveAll();
            await().until(() -> live.output().contains(trace));
            live.spans().awaitSpan(trace, "GET /api/orders");
            SIGNALS.put(live, new Signals(series(live), spans(live), events(live)));
        }
    }

    @AfterAll
    static void stop() {
        ofTheImage.stop();
        plain.stop();
    }

    @Test
    void eachIsStartedAsItSays() {
        assertThat(ofTheImage.output()).contains(CHOSEN_BEFORE).doesNotContain(CHOOSES);
        assertThat(plain.output()).contains(CHOOSES).doesNotContain(CHOSEN_BEFORE);
    }

    @Test
    void bothHaveTheSameSeries() {
        assertThat(SIGNALS.get(ofTheImage).series())
                .hasSizeGreaterThan(100)
                .isEqualTo(SIGNALS.get(plain).series());
    }

    @Test
    void bothLeaveTheSameSpans() {
        assertThat(SIGNALS.get(ofTheImage).spans())
                .hasSizeGreaterThan(20)
                .isEqualTo(SIGNALS.get(plain).spans());
    }

    @Test
    void bothWriteTheSameEvents() {
        assertThat(SIGNALS.get(ofTheImage).events())
                .hasSizeGreaterThan(10)
                .isEqualTo(SIGNALS.get(plain).events());
    }

    @Test
    void bothOfferTheSame() {
        assertThat(document(ofTheImage)).contains("/api/orders").isEqualTo(document(plain));
    }

    @Test
    void bothAreOpenToTheSame() {
        assertThat(answers(ofTheImage))
                .contains("GET /api/orders as nobody: 401", "GET /actuator/prometheus as nobody: 200")
                .anyMatch(answer -> answer.endsWith("as customer: 403"))
                .isEqualTo(answers(plain));
    }

    @Test
    void aSettingThatBeansAreChosenByHasItChooseThemAnew() {
        LiveShop live = LiveShop.startFrom(
                image.jar().toString(),
                "--management.endpoint.metrics.access=none",
                "--management.endpoint.sbom.access=none");
        try {
            assertThat(live.output())
                    .contains(CHOOSES)
                    .doesNotContain(CHOSEN_BEFORE)
                    .contains("[\"management.endpoint.metrics.access\",\"management.endpoint.sbom.access\"]");
            String operator = live.operator();
            assertThat(live.managementCalls().get("/actuator/sbom", operator).status())
                    .isEqualTo(404);
            assertThat(ofTheImage
                            .managementCalls()
                            .get("/actuator/sbom", ofTheImage.operator())
                            .status())
                    .isEqualTo(200);
        } finally {
            live.stop();
        }
    }

    private static SortedSet<String> series(LiveShop live) {
        return sorted(Series.of(live.scrape()).stream().map(it -> it.name() + it.ownLabels()));
    }

    private static SortedSet<String> spans(LiveShop live) {
        return sorted(live.spans().spans().stream().map(span -> span.getName() + " " + span.getKind()));
    }

    private static SortedSet<String> events(LiveShop live) {
        return sorted(live.logLines().stream()
                .filter(line -> line.has("event"))
                .map(line -> line.get("event").asString()));
    }

    /** What each route says to each kind of caller, whatever is wrong with the rest of the call. */
    private static SortedSet<String> answers(LiveShop live) {
        Map<String, String> callers = new HashMap<>(
                Map.of("customer", live.calls().newCustomer(), "support", live.support(), "operator", live.operator()));
        callers.put("nobody", null);
        SortedSet<String> answers = new TreeSet<>();
        callers.forEach((caller, token) -> {
            for (var route :
                    JsonMapper.shared().readTree(document(live)).get("paths").properties()) {
                for (String method : route.getValue().propertyNames()) {
                    answers.add(answer(live.calls(), method.toUpperCase(Locale.ROOT), route.getKey(), caller, token));
                }
            }
            for (String endpoint : List.of("env", "health", "loggers", "metrics", "prometheus", "sbom", "threaddump")) {
                answers.add(answer(live.managementCalls(), "GET", "/actuator/" + endpoint, caller, token));
            }
        });
        return answers;
    }

    private static String answer(ShopCalls calls, String method, String route, String caller, String token) {
        HttpRequest.Builder request = calls.request(route.replaceAll("\\{.*?}", NOBODYS_ID), token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}"));
        return method + " " + route + " as " + caller + ": "
                + calls.send(request).status();
    }

    private static String document(LiveShop live) {
        return live.calls().get("/v3/api-docs", null).body().replace(":" + live.port(), "");
    }

    private static SortedSet<String> sorted(Stream<String> texts) {
        return texts.collect(Collectors.toCollection(TreeSet::new));
    }
}
