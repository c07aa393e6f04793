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
                        new Goal("cost A / B, order read", "≥ 0.85, and > A / C", "0.90, A / C 0.70", true),
                        new Goal("cost A / B10, order read", "≥ 0.90", "0.85", false),
                        new Goal("cost A / B, order placing", "≥ 0.85, and > A / C", "not measured", false));
        assertThat(goals).extracting(Goal::end).contains("met", "**missed**", "");
    }

    @Test
    void whatCostsMoreThanTheAgentMissesItsGoal() {
        assertThat(Goal.of(orderRead(0.9, 0.95, 0.95)).getFirst().met()).isFalse();
    }

    private static BenchResults orderRead(double full, double agent, double tenth) {
        Map<Variant, JourneyReport.Figures> figures = new LinkedHashMap<>();
        figures.put(Variant.A, figures(1));
        figures.put(Variant.B, figures(full));
        figures.put(Variant.B10, figures(tenth));
        figures.put(Variant.C, figures(agent));
        JourneyReport report = new JourneyReport("order read", figures);
        return new BenchResults(Map.of(Part.ORDER_READ, BenchResult.of(Machine.here(), Map.of(), report)));
    }

    private static JourneyReport.Figures figures(double costOfBare) {
        Spread one = Spread.of(List.of(1.0));
        return new JourneyReport.Figures(one, Spread.of(List.of(costOfBare)), one, one, one, 1, 0, 1, 1, 1, 0, 1);
    }
}
