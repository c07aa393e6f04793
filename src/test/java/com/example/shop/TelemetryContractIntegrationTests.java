package com.example.shop;

import static com.example.testing.OtlpSink.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Journeys;
import com.example.shop.testing.LiveShop;
import com.example.shop.testing.Series;
import com.example.testing.TelemetryDocumentation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.observation.docs.ObservationDocumentation;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What docs/telemetry.md says is what a running shop emits, no less and no more. */
class TelemetryContractIntegrationTests {

    private static final PrometheusNamingConvention NAMING = new PrometheusNamingConvention();

    /** Only there when something goes wrong that no journey can make go wrong; each has a test of its own. */
    private static final Set<String> ONLY_IN_TROUBLE = Set.of("telemetry.cardinality.capped");

    private static LiveShop live;

    private static List<Series> scrape;

    @BeforeAll
    static void driveEveryJourney() throws Exception {
        live = LiveShop.shared();
        String trace = new Journeys(live).driveAll();
        await().until(() -> live.output().contains(trace));
        live.spans().awaitSpan(trace, "GET /api/orders");
        scrape = Series.of(live.scrape());
    }

    @ParameterizedTest
    @MethodSource
    void everyDocumentedMeterIsThereWithItsLabels(MeterDocumentation meter) {
        String family = family(meter);
        assertThat(scrape.stream().filter(series -> series.isOf(family)))
                .as(family)
                .isNotEmpty()
                .allSatisfy(series -> assertThat(series.ownLabels()).isEqualTo(labels(meter.getKeyNames())));
    }

    static Stream<MeterDocumentation> everyDocumentedMeterIsThereWithItsLabels() {
        return TelemetryDocumentation.meters()
                .filter(TelemetryContractIntegrationTests::isOfTheShop)
                .filter(meter -> !ONLY_IN_TROUBLE.contains(meter.getName()));
    }

    @ParameterizedTest
    @MethodSource
    void everyObservationIsATimerWithItsLabels(ObservationDocumentation observation) {
        String family = NAMING.name(observation.getName(), Meter.Type.TIMER);
        Set<String> labels = labels(observation.getLowCardinalityKeyNames());
        labels.add("error");
        assertThat(scrape.stream().filter(series -> series.isOf(family)))
                .as(family)
                .isNotEmpty()
                .allSatisfy(series -> assertThat(series.ownLabels()).isEqualTo(labels));
    }

    static Stream<ObservationDocumentation> everyObservationIsATimerWithItsLabels() {
        return TelemetryDocumentation.observations().filter(TelemetryContractIntegrationTests::isOfTheShop);
    }

    @ParameterizedTest
    @MethodSource
    void everyOwnSpanHasItsAttributes(ObservationDocumentation observation) {
        Set<String> documented = keys(observation.getLowCardinalityKeyNames());
        documented.addAll(keys(observation.getHighCardinalityKeyNames()));
        await().until(() -> spans(observation).findAny().isPresent());
        assertThat(spans(observation)).isNotEmpty().allSatisfy(span -> {
            Set<String> found = new HashSet<>(attributes(span).keySet());
            found.remove("error.type");
            assertThat(found).isEqualTo(documented);
        });
    }

    static Stream<ObservationDocumentation> everyOwnSpanHasItsAttributes() {
        return everyObservationIsATimerWithItsLabels()
                .filter(observation -> observation.getClass().getName().startsWith("com.example.shop"));
    }

    @Test
    void everySeriesTellsWhoseItIs() {
        assertThat(scrape).isNotEmpty().allMatch(Series::hasCommonLabels);
        assertThat(scrape).allMatch(series -> series.labels().get("service").equals("shop"));
    }

    @Test
    void noMeterOfOurOwnIsUndocumented() {
        Set<String> own = Set.of(
                "orders",
                "order",
                "payments",
                "payment",
                "products",
                "customers",
                "customer",
                "security",
                "telemetry",
                "idempotency",
                "users",
                "audit");
        List<String> families = Stream.concat(
                        TelemetryDocumentation.meters().map(TelemetryContractIntegrationTests::family),
                        TelemetryDocumentation.observations()
                                .map(observation -> NAMING.name(observation.getName(), Meter.Type.TIMER)))
                .toList();
        assertThat(scrape.stream()
                        .filter(series -> own.contains(series.name().split("_")[0]))
                        .filter(series -> families.stream().noneMatch(series::isOf))
                        .map(Series::name))
                .isEmpty();
    }

    @Test
    void everyLogLineHasTheFieldsAndOnlyDocumentedOnes() {
        Set<String> documented =
                TelemetryDocumentation.logFields().map(field -> field.key()).collect(Collectors.toSet());
        assertThat(live.logLines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.propertyNames())
                    .contains("timestamp", "level", "logger", "thread", "message", "service", "environment")
                    .contains("version", "instance", "log_type")
                    .isSubsetOf(documented);
            assertThat(line.at("/timestamp").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3,9}Z");
        });
    }

    @Test
    void everyLineOfARequestTellsWhichItWas() {
        List<JsonNode> accesses = live.logLines().stream()
                .filter(line -> line.at("/event").asString("").equals("http.request"))
                .toList();
        assertThat(accesses)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .contains("trace_id", "span_id", "request_id", "method", "status", "duration_ms"));
        assertThat(accesses.stream()
                        .filter(line -> line.at("/endpoint").asString("").equals("/api/orders/{id}/payments")))
                .isNotEmpty()
                .allMatch(line -> line.at("/user").asString("").matches("u_[A-Za-z0-9_-]{16}"));
        assertThat(live.logLines().stream()
                        .map(line -> line.at("/log_type").asString(""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("application", "security", "audit");
    }

    @Test
    void noProbeNoJobAndNoStrayStatementIsATrace() {
        assertThat(live.spans().spans())
                .isNotEmpty()
                .noneMatch(span ->
                        span.getName().contains("actuator") || span.getName().startsWith("task "))
                .noneMatch(span ->
                        span.getParentSpanId().isEmpty() && attributes(span).containsKey("db.system.name"));
    }

    private static Stream<Span> spans(ObservationDocumentation observation) {
        return live.spans().spans().stream().filter(span -> span.getName().equals(observation.getName()));
    }

    private static boolean isOfTheShop(Object documentation) {
        String owner = documentation.getClass().getName();
        return !owner.startsWith("com.example.simulator") && !owner.startsWith("com.example.ops");
    }

    private static String family(MeterDocumentation meter) {
        String name = NAMING.name(meter.getName(), meter.getType(), meter.getBaseUnit());
        return meter.getType() == Meter.Type.COUNTER ? name + "_total" : name;
    }

    private static Set<String> labels(KeyName[] keys) {
        return Arrays.stream(keys).map(key -> NAMING.tagKey(key.asString())).collect(Collectors.toSet());
    }

    private static Set<String> keys(KeyName[] keys) {
        return Arrays.stream(keys).map(KeyName::asString).collect(Collectors.toSet());
    }
}
