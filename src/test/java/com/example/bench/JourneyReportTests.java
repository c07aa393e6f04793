package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JourneyReportTests {

    @Test
    void theCostOfTheBareShopIsSetAgainstThatOfTheOther() {
        JourneyReport.Figures full = report(1_000, 0, 0).variants().get(Variant.B);
        assertThat(full.costOfBare().median()).isEqualTo(0.8);
        assertThat(full.isValid()).isTrue();
        assertThat(full.arrived()).isEqualTo("100.0 %");
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
        costs.put("A", List.of(new Cost(round(80, 0), 1_000, 1_000_000, 0, 0, 0, 0)));
        costs.put("B", List.of(new Cost(round(100, failed), 1_000, 1_300_000, 300_000, 3 * served, served, lost)));
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        costs.forEach((variant, all) ->
                rounds.put(variant, all.stream().map(Cost::round).toList()));
        return JourneyReport.of(Journey.ORDER_READ, new Rounds(rounds), costs, Map.of("A", 1L, "B", 1L));
    }

    private static Round round(long milliseconds, long failed) {
        return new Round(1_000, failed, Duration.ofMillis(milliseconds), Duration.ofSeconds(1));
    }
}
