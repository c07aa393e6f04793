package com.example.stack;

import static com.example.stack.SloSpec.merged;

import com.example.stack.SloSpec.Alert;
import com.example.stack.SloSpec.Slo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that Sloth makes of objectives over 30 days: what is recorded, what is told of them, and alerts. */
record SloRules(SloSpec spec) {

    private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d");

    /** Two pairs of windows for each severity; the budget is used up so many times too fast. */
    private static final List<Burn> PAGES = List.of(new Burn("5m", "1h", "14.4"), new Burn("30m", "6h", "6"));

    private static final List<Burn> TICKETS = List.of(new Burn("2h", "1d", "3"), new Burn("6h", "3d", "1"));

    record Group(String name, List<Rule> rules) {}

    /** A recording rule, or an alert if it has annotations. */
    record Rule(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

        static Rule record(String name, String expression, Map<String, String> labels) {
            return new Rule(name, expression, labels, Map.of());
        }

        boolean isAlert() {
            return !annotations.isEmpty();
        }
    }

    private record Burn(String brief, String lasting, String factor) {}

    List<Group> groups() {
        return spec.slos().stream().flatMap(this::groups).toList();
    }

    private Stream<Group> groups(Slo slo) {
        String id = id(slo);
        return Stream.of(
                new Group("sloth-slo-sli-recordings-" + id, errorRatios(slo)),
                new Group("sloth-slo-meta-recordings-" + id, metadata(slo)),
                new Group("sloth-slo-alerts-" + id, List.of(page(slo), ticket(slo))));
    }

    private List<Rule> errorRatios(Slo slo) {
        return WINDOWS.stream()
                .map(window -> Rule.record(
                        "slo:sli_error:ratio_rate" + window,
                        "(%s)\n/\n(%s)".formatted(slo.errors(), slo.total()).replace("{{.window}}", window),
                        merged(ids(slo), Map.of("sloth_window", window), labels(slo))))
                .toList();
    }

    private List<Rule> metadata(Slo slo) {
        Map<String, String> labels = merged(ids(slo), labels(slo));
        String objective = plain(slo.objective() / 100);
        return List.of(
                Rule.record("slo:objective:ratio", "vector(" + objective + ")", labels),
                Rule.record("slo:error_budget:ratio", "vector(1-" + objective + ")", labels),
                Rule.record("slo:time_period:days", "vector(30)", labels),
                Rule.record("slo:current_burn_rate:ratio", burnRate(slo, "5m"), labels),
                Rule.record("slo:period_burn_rate:ratio", burnRate(slo, "30d"), labels),
                Rule.record(
                        "slo:period_error_budget_remaining:ratio",
                        "1 - slo:period_burn_rate:ratio" + selector(slo),
                        labels),
                Rule.record("sloth_slo_info", "vector(1)", merged(labels, info(slo))));
    }

    private String burnRate(Slo slo, String window) {
        return "slo:sli_error:ratio_rate%s%s\n".formatted(window, selector(slo))
                + "/ on(sloth_id, sloth_slo, sloth_service) group_left\n"
                + "slo:error_budget:ratio" + selector(slo);
    }

    private static Map<String, String> info(Slo slo) {
        return Map.of(
                "sloth_mode",
                "cli-gen-prom",
                "sloth_objective",
                plain(slo.objective()),
                "sloth_spec",
                "prometheus/v1",
                "sloth_version",
                "none");
    }

    private Rule page(Slo slo) {
        return alert(slo, slo.page(), "page", PAGES);
    }

    private Rule ticket(Slo slo) {
        return alert(slo, slo.ticket(), "ticket", TICKETS);
    }

    private Rule alert(Slo slo, Alert alert, String severity, List<Burn> burns) {
        String expression = burns.stream()
                .map(burn -> "(\n    %s\n    and\n    %s\n)"
                        .formatted(tooFast(slo, burn.brief(), burn), tooFast(slo, burn.lasting(), burn)))
                .collect(Collectors.joining("\nor\n"));
        String subject = "{{$labels.sloth_service}} {{$labels.sloth_slo}} SLO error budget burn rate is ";
        Map<String, String> annotations =
                Map.of("title", "(" + severity + ") " + subject + "too fast.", "summary", subject + "over expected.");
        return new Rule(
                alert.name(),
                expression,
                merged(Map.of("sloth_severity", severity), alert.labels()),
                merged(annotations, alert.annotations()));
    }

    private String tooFast(Slo slo, String window, Burn burn) {
        return "max(slo:sli_error:ratio_rate%s%s > (%s * %s)) without (sloth_window)"
                .formatted(window, selector(slo), burn.factor(), plain((100 - slo.objective()) / 100));
    }

    private String id(Slo slo) {
        return spec.service() + "-" + slo.name();
    }

    private Map<String, String> ids(Slo slo) {
        return Map.of("sloth_id", id(slo), "sloth_service", spec.service(), "sloth_slo", slo.name());
    }

    private Map<String, String> labels(Slo slo) {
        return merged(spec.labels(), slo.labels());
    }

    private String selector(Slo slo) {
        return merged(ids(slo)).entrySet().stream()
                .map(label -> "%s=\"%s\"".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** With all the digits that the number has, as Go prints it too. */
    private static String plain(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return exact.stripTrailingZeros().toPlainString();
    }
}
