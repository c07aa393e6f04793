package com.example.stack;

import com.example.testing.SourceFile;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a test of promtool expects of one alert, over time.
 *
 * @param checks in the order of their times
 */
record AlertCase(String alert, List<Check> checks) {

    /** What is to fire at a moment; nothing, if the list is empty. */
    record Check(Duration at, List<JsonNode> firing) {}

    static List<AlertCase> all(Repository repository) {
        return repository
                .files("prometheus/tests", ".yml", ".yaml")
                .flatMap(AlertCase::read)
                .toList();
    }

    boolean fires() {
        return checks.stream().anyMatch(check -> !check.firing().isEmpty());
    }

    boolean staysSilent() {
        return !fires();
    }

    /** Whether it fires, and later does not any more. */
    boolean resolves() {
        return checks.stream()
                .dropWhile(check -> check.firing().isEmpty())
                .anyMatch(check -> check.firing().isEmpty());
    }

    private static Stream<AlertCase> read(SourceFile file) {
        return Board.stream(Yaml.read(file).path("tests")).flatMap(test -> {
            Map<String, List<JsonNode>> byAlert = Board.stream(test.path("alert_rule_test"))
                    .collect(Collectors.groupingBy(
                            check -> check.path("alertname").asString()));
            return byAlert.entrySet().stream().map(entry -> new AlertCase(entry.getKey(), checks(entry.getValue())));
        });
    }

    private static List<Check> checks(List<JsonNode> checks) {
        return checks.stream()
                .map(check -> new Check(
                        duration(check.path("eval_time").asString()),
                        Board.stream(check.path("exp_alerts"))
                                .map(alert -> alert.path("exp_labels"))
                                .toList()))
                .sorted(Comparator.comparing(Check::at))
                .toList();
    }

    /** As Prometheus writes them, from days to seconds. */
    private static Duration duration(String text) {
        String days = text.contains("d") ? "P" + text.replaceFirst("d", "DT") : "PT" + text;
        return Duration.parse(days.endsWith("T") ? days + "0s" : days);
    }
}
