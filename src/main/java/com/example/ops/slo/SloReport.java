package com.example.ops.slo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the objectives stand.
 *
 * @param at the moment it is about
 * @param objectives by environment, service and name
 */
public record SloReport(Instant at, List<Objective> objectives) {

    /**
     * A promise and what became of it.
     *
     * @param environment empty when there is no traffic anywhere
     * @param objective its name
     * @param target the least share of good events
     * @param periodDays over how many days
     * @param figures none when there was no traffic
     */
    public record Objective(
            String environment,
            String service,
            String objective,
            double target,
            long periodDays,
            @Nullable Figures figures) {}

    /**
     * What was measured; shares are between 0 and 1.
     *
     * @param margin actual less target
     * @param coveredSeconds of how much of the period there is data
     * @param allowedErrors how many of the events may be bad
     * @param allowedMinutes how long a whole outage the period bears
     * @param spentMinutes as how long a whole outage the bad events weigh
     * @param budgetLeft share of the allowed errors that is left; negative when it is overspent
     * @param budgetUsedLast30Minutes share of them that the last half hour took
     * @param burnRates how many times too fast the budget goes, by window
     * @param exhaustion when nothing is left at the burn rate of the last hour; none within the period
     */
    public record Figures(
            double actual,
            double margin,
            boolean met,
            long coveredSeconds,
            double events,
            double allowedErrors,
            double spentErrors,
            double allowedMinutes,
            double spentMinutes,
            double budgetLeft,
            double budgetUsedLast30Minutes,
            Map<String, Double> burnRates,
            @Nullable Instant exhaustion) {}
}
