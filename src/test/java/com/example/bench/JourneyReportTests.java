package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JourneyReportTests {

    private static final BenchShop.Leavings NOTHING = new BenchShop.Leavings(0, 0, 0, 0);

    private static final OpenLoop.Result SHORT = waits(100);

    private static final OpenLoop.Result LONG = waits(200);

    @Test
    void theCostOfTheBareShopIsSetAgainstThatOfTheOther() {
        JourneyReport.Figures full = report(1_000, 0, 0).variants().get(Variant.B);
        assertThat(full.costOfBare().median()).isEqualTo(0.8);
        assertThat(full.isValid()).isTrue();
        assertThat(full.arrived()).isEqualTo("100.0 %");
    }

    @Test
    void waitsAreTakenWhereTheyLie() {
        JourneyReport report = report(1_000, 0, 0);
        assertThat(report.variants().get(Variant.B).waiting())
                .isEqualTo(new JourneyReport.Waiting(
                        Spread.of(List.of(100.0)), Spread.of(List.of(198.0)), Spread.of(List.of(99.0))));
        assertThat(report.table()).contains("1 rounds of one start; p50 and p99 at 100 requests/s.");
    }

    @Test
    void aFailedRequestAtASteadyRateIsOneToo() {
        OpenLoop.Result failed = new OpenLoop.Result(List.of(1_000_000L), 1);
        JourneyReport report = JourneyReport.of(
                Journey.ORDER_READ,
                List.of(100),
                Map.of("A", List.of(new Cost(round(80, 0), 1_000, 0, NOTHING, Duration.ofMillis(20), failed))),
                Map.of("A", 1L));
        assertThat(report.variants().get(Variant.A).isValid()).isFalse();
        assertThat(report.table()).contains("| 25.0 % | 1.00 (1.00…1.00) |");
    }

    @Test
    void aRowWithoutAllOfItsSpansIsVoid() {
        JourneyReport report = report(990, 0, 0);
        assertThat(report.variants().get(Variant.B).isValid()).isFalse();
        assertThat(report.table()).contains("**99.0 %, 0 failed: void**");
    }

    @Test
    void aRowWhoseProcessLostSpansOrWhoseRequestsFailedIsVoid() {
        assertThat(report(1_000, 1, 0).variants().get(Variant.B).isValid()).isFalse();
        assertThat(report(1_000, 0, 1).variants().get(Variant.B).isValid()).isFalse();
    }

    /** Of one round of 1,000 requests, of so many of which the spans arrived. */
    private static JourneyReport report(long served, long lost, long failed) {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        costs.put("A", List.of(new Cost(round(80, 0), 1_000, 1_000_000, NOTHING, Duration.ZERO, SHORT)));
        costs.put(
                "B",
                List.of(new Cost(
                        round(100, failed),
                        1_000,
                        1_300_000,
                        new BenchShop.Leavings(300_000, 3 * served, served, lost),
                        Duration.ZERO,
                        LONG)));
        return JourneyReport.of(Journey.ORDER_READ, List.of(100), costs, Map.of("A", 1L, "B", 1L));
    }

    private static Round round(long milliseconds, long failed) {
        return new Round(1_000, failed, Duration.ofMillis(milliseconds), Duration.ofSeconds(1));
    }

    /** So many, of one millisecond, two, three and so on. */
    private static OpenLoop.Result waits(long number) {
        return new OpenLoop.Result(
                LongStream.rangeClosed(1, number)
                        .map(millis -> millis * 1_000_000)
                        .boxed()
                        .toList(),
                0);
    }
}
