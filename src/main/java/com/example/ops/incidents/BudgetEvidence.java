package com.example.ops.incidents;

import com.example.ops.slo.SloReport;
import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import com.example.ops.slo.SloReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the objectives stood, and what was left of their error budgets. */
class BudgetEvidence implements EvidenceSource {

    /** Objectives are told as they stand now; so much later that is not the moment any more. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String BURN_WINDOW = "1h";

    private final SloReports reports;

    private final Clock clock;

    BudgetEvidence(SloReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "objectives";
    }

    @Override
    public Set<Moment> moments() {
        return Set.of(Moment.values());
    }

    @Override
    public Evidence find(IncidentGroup group, Instant at) {
        if (clock.instant().isAfter(at.plus(FRESH))) {
            throw new Asked.Silent("The objectives were asked for too late to tell of that moment");
        }
        SloReport report = reports.current()
                .orElseThrow(() -> new Asked.Silent("There are no reliable figures of the objectives"));
        List<TimelineEntry> entries = new ArrayList<>();
        Map<String, Double> budgets = new TreeMap<>();
        for (Objective objective : report.objectives()) {
            Figures figures = objective.figures();
            if (figures != null && group.equals(new IncidentGroup(objective.environment(), objective.service()))) {
                entries.add(TimelineEntry.of(at, EntryKind.OBJECTIVE, "Objective", words(objective, figures)));
                budgets.put(Texts.line(objective.objective(), 100), figures.budgetLeft());
            }
        }
        if (entries.isEmpty()) {
            entries.add(TimelineEntry.of(at, EntryKind.MISSING, "No objective is recorded for this service", null));
        }
        return new Evidence(entries, budgets);
    }

    private static String words(Objective objective, Figures figures) {
        String met = figures.met() ? "met" : "not met";
        String left = figures.budgetLeft() >= 0
                ? String.format(Locale.ROOT, "%.1f %% of the budget left", figures.budgetLeft() * 100)
                : String.format(Locale.ROOT, "budget overspent by %.1f %%", -figures.budgetLeft() * 100);
        Double rate = figures.burnRates().get(BURN_WINDOW);
        String burning = rate == null ? "" : String.format(Locale.ROOT, ", %.1f times too fast in the last hour", rate);
        return Texts.line(objective.objective() + ": " + met + ", " + left + burning, 300);
    }
}
