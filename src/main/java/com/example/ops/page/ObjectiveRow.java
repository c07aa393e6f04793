package com.example.ops.page;

import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An objective as a line of a table.
 *
 * @param measured none when there was no traffic
 */
record ObjectiveRow(
        String environment,
        String service,
        String objective,
        String target,
        String period,
        @Nullable Measured measured) {

    /**
     * What became of it.
     *
     * @param left the share of the budget that is left, from 0 to 1 as a bar shows it
     */
    record Measured(
            String actual,
            String margin,
            boolean met,
            double left,
            String leftWords,
            String errors,
            String minutes,
            String lately,
            String burnRate,
            String exhaustion,
            String covered) {}

    static ObjectiveRow of(Objective objective) {
        Figures figures = objective.figures();
        return new ObjectiveRow(
                objective.environment(),
                objective.service(),
                objective.objective(),
                Shown.percent(objective.target()),
                objective.periodDays() + " d",
                figures == null ? null : measured(figures));
    }

    private static Measured measured(Figures figures) {
        Double burnRate = figures.burnRates().get("1h");
        return new Measured(
                Shown.percent(figures.actual()),
                Shown.percent(figures.margin()),
                figures.met(),
                Math.clamp(figures.budgetLeft(), 0, 1),
                Shown.percent(figures.budgetLeft()),
                "%s of %s".formatted(Shown.number(figures.spentErrors()), Shown.number(figures.allowedErrors())),
                "%s of %s".formatted(Shown.number(figures.spentMinutes()), Shown.number(figures.allowedMinutes())),
                Shown.percent(figures.budgetUsedLast30Minutes()),
                burnRate == null ? "no traffic" : Shown.number(burnRate) + " ×",
                gone(figures),
                Shown.span(Duration.ofSeconds(figures.coveredSeconds())));
    }

    private static String gone(Figures figures) {
        if (figures.budgetLeft() <= 0) {
            return "already";
        }
        return figures.exhaustion() == null ? "not in sight" : Shown.at(figures.exhaustion());
    }
}
