package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTests {

    @Test
    void aGoalIsMetOrMissedOrNotMeasured() {
        List<Goal> goals = Goal.of(orderRead(0.9, 0.7, 0.85));
        assertThat(goals)
                .contains(
                        new Goal(
                                "cost A / B, order read",
                                "≥ 0.85, and > A / C",
                                "0.90 (0.90…0.90), A / C 0.70",
                                Goal.End.MET),
                        new Goal("cost A / B10, order read", "≥ 0.90", "0.85 (0.85…0.85)", Goal.End.MISSED),
                        new Goal("cost A / B, order placing", "≥ 0.85, and > A / C", "not measured", Goal.End.UNKNOWN));
    }

    @Test
    void whatCostsMoreThanTheAgentMissesItsGoal() {
        assertThat(Goal.of(orderRead(0.9, 0.95, 0.95)).getFirst().end()).isEqualTo(Goal.End.MISSED);
    }

    @Test
    void aMedianNoFurtherFromTheGoalThanItsNoiseSaysSo() {
        assertThat(orderReadOf(0.66, 0.7, 0.98, 1.0, 1.02)).isEqualTo(Goal.End.NEARLY_MISSED);
        assertThat(orderReadOf(0.66, 0.7, 0.84, 1.0, 1.02)).isEqualTo(Goal.End.NEARLY_MET);
        assertThat(orderReadOf(0.79, 0.8, 0.81, 0.82, 0.99)).isEqualTo(Goal.End.MISSED);
    }

    private static Goal.End orderReadOf(Double... ratios) {
        Map<Variant, JourneyReport.Figures> figures = figures(0.9, 0.7, 0.85);
        figures.put(Variant.B, figures(Spread.of(List.of(ratios))));
        return Goal.of(results(figures)).getFirst().end();
    }

    @Test
    void whatIsAddedToWaitsIsThatOfTheOrderRead() {
        assertThat(Goal.of(orderRead(0.9, 0.7, 0.95)))
                .contains(new Goal("p99 added by B at half of A's capacity", "≤ 1 ms", "1.00 ms", Goal.End.MET));
    }

    @Test
    void aJourneyOfSomeVariantsIsNotMeasured() {
        Map<Variant, JourneyReport.Figures> figures = figures(0.9, 0.7, 0.85);
        figures.remove(Variant.C);
        assertThat(Goal.of(results(figures)).getFirst().end()).isEqualTo(Goal.End.UNKNOWN);
    }

    private static BenchResults orderRead(double full, double agent, double tenth) {
        return results(figures(full, agent, tenth));
    }

    private static Map<Variant, JourneyReport.Figures> figures(double full, double agent, double tenth) {
        Map<Variant, JourneyReport.Figures> figures = new LinkedHashMap<>();
        figures.put(Variant.A, figures(Spread.of(List.of(1.0))));
        figures.put(Variant.B, figures(Spread.of(List.of(full))));
        figures.put(Variant.B10, figures(Spread.of(List.of(tenth))));
        figures.put(Variant.C, figures(Spread.of(List.of(agent))));
        return figures;
    }

    private static BenchResults results(Map<Variant, JourneyReport.Figures> figures) {
        JourneyReport report = new JourneyReport("order read", new JourneyReport.Turns(1, 100), figures);
        return new BenchResults(Map.of(Part.ORDER_READ, BenchResult.of(Machine.here(), Map.of(), report)));
    }

    private static JourneyReport.Figures figures(Spread costOfBare) {
        Spread one = Spread.of(List.of(1.0));
        return new JourneyReport.Figures(
                one, costOfBare, one, one, one, 1, 0, 1, 1, 1, 0, 1, one, new JourneyReport.Waiting(one, one, one));
    }
}
