package com.example.ops.incidents;

import com.example.ops.slo.SloReport.Objective;
import com.example.ops.slo.SloReports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was left of the error budgets before it began: an alert comes minutes after what it is about, and what failed
 * meanwhile is part of what the incident cost. Nothing where no figures of then are kept.
 */
class BudgetBefore implements EvidenceSource {

    /** Longer than the windows, waits and groupings of the alerts that open incidents at once. */
    static final Duration EARLIER = Duration.ofMinutes(15);

    private final SloReports reports;

    BudgetBefore(SloReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "objectives before";
    }

    @Override
    public Set<Moment> moments() {
        return Set.of(Moment.OPENED);
    }

    @Override
    public Evidence find(IncidentGroup group, Instant at) {
        Map<String, Double> budgets = new TreeMap<>();
        reports.at(at.minus(EARLIER))
                .ifPresent(report -> report.objectives().stream()
                        .filter(objective ->
                                group.equals(new IncidentGroup(objective.environment(), objective.service())))
                        .forEach(objective -> keep(objective, budgets)));
        return new Evidence(List.of(), budgets);
    }

    private static void keep(Objective objective, Map<String, Double> budgets) {
        if (objective.figures() != null) {
            budgets.put(
                    Texts.line(objective.objective(), 100), objective.figures().budgetLeft());
        }
    }
}
