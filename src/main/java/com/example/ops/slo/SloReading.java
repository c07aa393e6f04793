package com.example.ops.slo;

import com.example.ops.slo.RecordedSeries.Name;
import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a report of what is recorded. */
record SloReading(RecordedSeries recorded, Instant now) {

    private static final String OBJECTIVE = "slo:objective:ratio";

    private static final String RATIO = "slo:sli_error:ratio_rate";

    private static final String EVENTS = "slo:sli_events:sum30d";

    private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

    /** What the recorded sums are over. */
    private static final Duration PERIOD = Duration.ofDays(30);

    SloReport report() {
        List<Objective> objectives = recorded.named(OBJECTIVE)
                .flatMap(this::objectives)
                .sorted(Comparator.comparing(Objective::environment)
                        .thenComparing(Objective::service)
                        .thenComparing(Objective::objective))
                .toList();
        if (objectives.isEmpty()) {
            throw new UnreliableFigures("nothing_recorded");
        }
        return new SloReport(now, objectives);
    }

    private Stream<Objective> objectives(Name objective) {
        if (recorded.get(named(objective, "slo:time_period:days", "")) != PERIOD.toDays()) {
            throw new UnreliableFigures("other_period");
        }
        List<String> environments = recorded.environments(named(objective, EVENTS, ""));
        return (environments.isEmpty() ? List.of("") : environments)
                .stream().map(environment -> objective(objective, environment));
    }

    private Objective objective(Name objective, String environment) {
        double target = ErrorBudget.rounded(recorded.get(objective));
        return new Objective(
                environment,
                objective.service(),
                objective.objective(),
                target,
                PERIOD.toDays(),
                figures(objective, environment, target));
    }

    /** None without a figure of the whole period: then there was no traffic, or not enough is known of it. */
    private @Nullable Figures figures(Name objective, String environment, double target) {
        double events = recorded.find(named(objective, EVENTS, environment)).orElse(0);
        if (events <= 0
                || recorded.find(named(objective, RATIO + "30d", environment)).isEmpty()) {
            return null;
        }
        double covered = recorded.get(named(objective, "slo:sli_covered:seconds30d", environment));
        double errors = recorded.get(named(objective, "slo:sli_error_events:sum30d", environment));
        ErrorBudget budget = new ErrorBudget(target, events, errors, PERIOD, Duration.ofSeconds((long) covered));
        double lately = recorded.find(named(objective, "slo:sli_error_events:sum30m", environment))
                .orElse(0);
        return figures(budget, lately, burnRates(budget, objective, environment));
    }

    private Figures figures(ErrorBudget budget, double lately, Map<String, Double> burnRates) {
        return new Figures(
                budget.actual(),
                budget.margin(),
                budget.met(),
                budget.covered().toSeconds(),
                ErrorBudget.rounded(budget.events()),
                budget.allowedErrors(),
                ErrorBudget.rounded(budget.errors()),
                budget.allowedMinutes(),
                budget.spentMinutes(),
                budget.left(),
                budget.used(lately),
                burnRates,
                budget.exhaustion(now, burnRates.getOrDefault("1h", 0.0)));
    }

    private Map<String, Double> burnRates(ErrorBudget budget, Name objective, String environment) {
        Map<String, Double> rates = new LinkedHashMap<>();
        WINDOWS.forEach(window -> recorded.find(named(objective, RATIO + window, environment))
                .ifPresent(ratio -> rates.put(window, budget.burnRate(ratio))));
        return rates;
    }

    private static Name named(Name objective, String metric, String environment) {
        return new Name(metric, environment, objective.service(), objective.objective());
    }
}
