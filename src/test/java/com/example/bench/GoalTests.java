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
    void whatIsAddedToWaitsIsThatOfTheOrderReadAndHeldAgainstItsNoise() {
        assertThat(added(0.9, 1.0, 1.1))
                .isEqualTo(new Goal(
                        "p99 added by B at half of A's capacity",
                        "≤ 1 ms",
                        "1.0 (0.9…1.1) ms",
                        Goal.End.NEARLY_MISSED));
        assertThat(added(0.4, 0.5, 0.6).end()).isEqualTo(Goal.End.MET);
        assertThat(added(-9.0, 1.5, 9.0).end()).isEqualTo(Goal.End.NEARLY_MET);
        assertThat(added(1.4, 1.5, 1.6).end()).isEqualTo(Goal.End.MISSED);
    }

    private static Goal added(Double... milliseconds) {
        Map<Variant, JourneyReport.Figures> figures = figures(0.9, 0.7, 0.85);
        Spread one = Spread.of(List.of(1.0));
        figures.put(Variant.B, figures(one, new JourneyReport.Waiting(one, one, Spread.of(List.of(milliseconds)))));
        return Goal.of(results(figures)).stream()
                .filter(goal -> goal.what().startsWith("p99"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aJourneyOfSomeVariantsIsNotMeasured() {
        Map<Variant, JourneyReport.Figures> figures = figures(0.9, 0.7, 0.85);
        figures.remove(Variant.C);
        assertThat(Goal.of(results(figures)).getFirst().end()).isEqualTo(Goal.End.UNKNOWN);
    }

    @Test
    void theLastPageIsHeldAgainstItsNoise() {
        assertThat(lastPage(0.99, 1.0, 1.01))
                .isEqualTo(new Goal("list of orders, last page over first", "≤ 1.1", "1.00 (0.99…1.01)", Goal.End.MET));
        assertThat(lastPage(1.0, 1.2, 1.9).end()).isEqualTo(Goal.End.NEARLY_MET);
        assertThat(lastPage(1.19, 1.2, 1.21).end()).isEqualTo(Goal.End.MISSED);
    }

    private static Goal lastPage(Double... ratios) {
        Spread one = Spread.of(List.of(1.0));
        Map<String, Tables.Figures> kinds = Map.of("an order", new Tables.Figures(one, one, one, 0));
        Tables tables = new Tables(Map.of(1_000, kinds, 1_000_000, kinds), Spread.of(List.of(ratios)));
        return Goal.of(new BenchResults(Map.of(Part.TABLES, BenchResult.of(Machine.here(), Map.of(), tables)))).stream()
                .filter(goal -> goal.what().startsWith("list"))
                .findFirst()
                .orElseThrow();
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
        return figures(costOfBare, new JourneyReport.Waiting(one, one, one));
    }

    private static JourneyReport.Figures figures(Spread costOfBare, JourneyReport.Waiting waiting) {
        Spread one = Spread.of(List.of(1.0));
        return new JourneyReport.Figures(one, costOfBare, one, one, one, 1, 0, 1, 1, 1, 0, 1, one, waiting);
    }
}
