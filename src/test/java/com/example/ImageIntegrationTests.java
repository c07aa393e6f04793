package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Journeys;
import com.example.shop.testing.LiveShop;
import com.example.shop.testing.Series;
import com.example.testing.ImageLayout;
import com.example.testing.OtlpSink;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop with the beans that were chosen while its image was built is the shop that chooses them when it starts. */
@Tag("long")
class ImageIntegrationTests {

    private static final String CHOSEN_BEFORE = "Starting AOT-processed ShopApplication";

    private static final String CHOOSES = "Starting ShopApplication";

    @TempDir
    private static Path folder;

    private static ImageLayout image;

    private static LiveShop ofTheImage;

    private static LiveShop plain;

    @BeforeAll
    static void driveBoth() throws Exception {
        image = ImageLayout.extract(Path.of("target", "shop-shop.jar"), folder).chooseBeans("demo");
        ofTheImage = LiveShop.startFrom(image.jar().toString());
        plain = LiveShop.shared();
        for (LiveShop live : new LiveShop[] {ofTheImage, plain}) {
            String trace = new Journeys(live).driveAll();
            await().until(() -> live.output().contains(trace));
            live.spans().awaitSpan(trace, "GET /api/orders");
        }
    }

    @AfterAll
    static void stop() {
        ofTheImage.stop();
    }

    @Test
    void eachIsStartedAsItSays() {
        assertThat(ofTheImage.output()).contains(CHOSEN_BEFORE).doesNotContain(CHOOSES);
        assertThat(plain.output()).contains(CHOOSES).doesNotContain(CHOSEN_BEFORE);
    }

    @Test
    void bothHaveTheSameSeries() {
        assertThat(series(ofTheImage)).hasSizeGreaterThan(100).isEqualTo(series(plain));
    }

    @Test
    void bothLeaveTheSameSpans() {
        assertThat(spans(ofTheImage)).hasSizeGreaterThan(20).isEqualTo(spans(plain));
    }

    @Test
    void bothWriteTheSameEvents() {
        assertThat(events(ofTheImage)).hasSizeGreaterThan(10).isEqualTo(events(plain));
    }

    @Test
    void bothOfferTheSame() {
        assertThat(document(ofTheImage)).contains("/api/orders").isEqualTo(document(plain));
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
        return sorted(live.spans().spans().stream().map(span -> span.getName() + span.getKind() + attributes(span)));
    }

    private static SortedSet<String> attributes(Span span) {
        return sorted(OtlpSink.attributes(span).keySet().stream());
    }

    private static SortedSet<String> events(LiveShop live) {
        return sorted(live.logLines().stream()
                .filter(line -> line.has("event"))
                .map(line -> line.get("event").asString() + sorted(line.propertyNames().stream())));
    }

    private static String document(LiveShop live) {
        return live.calls().get("/v3/api-docs", null).body().replace(":" + live.port(), "");
    }

    private static SortedSet<String> sorted(Stream<String> texts) {
        return texts.collect(Collectors.toCollection(TreeSet::new));
    }
}
