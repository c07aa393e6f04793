package com.example.ops.slo;

import static com.example.ops.MarkdownText.escaped;

import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report as a text that people paste into theirs. */
final class SloMarkdown {

    private SloMarkdown() {}

    static String of(SloReport report) {
        return """
                # Objectives

                As of %s.

                | environment | service | objective | target | actual | margin | met | budget left |
                |---|---|---|---|---|---|---|---|
                %s
                %s""".formatted(report.at(), joined(report, SloMarkdown::row), joined(report, SloMarkdown::details));
    }

    private static String joined(SloReport report, Function<Objective, String> form) {
        return report.objectives().stream().map(form).collect(Collectors.joining());
    }

    private static String row(Objective objective) {
        Figures figures = objective.figures();
        String measured = figures == null
                ? "no traffic, or too little data yet | | | |"
                : "%s | %s | %s | %s |"
                        .formatted(
                                percent(figures.actual()),
                                percent(figures.margin()),
                                figures.met() ? "yes" : "**no**",
                                percent(figures.budgetLeft()));
        return "| %s | %s | %s | %s | %s\n"
                .formatted(
                        escaped(objective.environment()),
                        escaped(objective.service()),
                        escaped(objective.objective()),
                        percent(objective.target()),
                        measured);
    }

    private static String details(Objective objective) {
        Figures figures = objective.figures();
        if (figures == null) {
            return "";
        }
        return """
                ## %s of %s in %s

                - Known: %s of %d days, %s events
                - Errors: %s spent of %s allowed
                - Minutes of a whole outage: %s spent of %s allowed in %d days
                - Budget used in the last 30 minutes: %s
                - Burn rates: %s
                - Exhausted at the rate of the last hour: %s

                """.formatted(
                        escaped(objective.objective()),
                        escaped(objective.service()),
                        escaped(objective.environment()),
                        "%.2f".formatted(figures.coveredSeconds() / 86_400.0),
                        objective.periodDays(),
                        number(figures.events()),
                        number(figures.spentErrors()),
                        number(figures.allowedErrors()),
                        number(figures.spentMinutes()),
                        number(figures.allowedMinutes()),
                        objective.periodDays(),
                        percent(figures.budgetUsedLast30Minutes()),
                        burnRates(figures.burnRates()),
                        figures.exhaustion() == null ? "not within the period" : figures.exhaustion());
    }

    private static String burnRates(Map<String, Double> rates) {
        return rates.entrySet().stream()
                .map(rate -> "%s over %s".formatted(number(rate.getValue()), rate.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", share * 100);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
