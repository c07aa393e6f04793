package com.example.stack;

import com.example.testing.SourceFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What rightly has no series yet: a meter that counts from its first event on, and a value that a label has not had yet,
 * both as documented.
 *
 * @param meters the labels of each documented meter, with their values or none where any may come
 * @param timers the same of each observation, by the name of its timer
 */
record MayBeAbsent(Map<String, Map<String, Set<String>>> meters, Map<String, Map<String, Set<String>>> timers) {

    private static final Set<String> COMMON =
            Set.of("__name__", "job", "service", "environment", "version", "instance");

    /** Counters of the stack's programs that begin with the first event of their kind. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "loki_discarded_samples_total",
            "loki_ingester_chunk_stored_bytes_total",
            "loki_write_batch_retries_total",
            "loki_write_dropped_entries_total",
            "otelcol_exporter_enqueue_failed_spans_total",
            "otelcol_exporter_send_failed_spans_total",
            "otelcol_receiver_refused_spans_total",
            "tempo_discarded_spans_total");

    private static final Pattern METER = Pattern.compile(
            "^\\| `[a-z.]+` \\| `(\\w+)` \\| \\w+(?: \\w+)? \\| \\w+ \\| ([^|]*)\\|", Pattern.MULTILINE);

    private static final Pattern OBSERVATION =
            Pattern.compile("^\\| `([a-z.]+)` \\| `[^`]+` \\| ([^|]*)\\|[^|]*\\|[^|]*\\|$", Pattern.MULTILINE);

    private static final Pattern OF_TIMER = Pattern.compile("(\\w+)_seconds_(?:bucket|count|sum|max)");

    private static final Pattern LABEL = Pattern.compile("`([a-z.]+)`:[^(]*(?:\\(([^)]*)\\))?");

    static MayBeAbsent of(Repository repository) {
        String document = repository
                .files("docs/telemetry.md", ".md")
                .map(SourceFile::text)
                .collect(Collectors.joining());
        return new MayBeAbsent(labels(METER, document), labels(OBSERVATION, document));
    }

    /** Whether the metric may be absent and has the labels when it comes. */
    boolean accepts(String metric, Set<String> wanted) {
        return OF_PROGRAMS.contains(metric)
                || meters.containsKey(metric)
                        && wanted.stream()
                                .allMatch(label -> COMMON.contains(label)
                                        || meters.get(metric).containsKey(label));
    }

    /** Whether what the selector of a syntax tree looks for may come, by the documented values of the labels. */
    boolean mayCome(JsonNode selector) {
        String metric = selector.path("name").asString("");
        Matcher timer = OF_TIMER.matcher(metric);
        Map<String, Set<String>> labels =
                timer.matches() ? timers.get(timer.group(1).replace('_', '.')) : meters.get(metric);
        return OF_PROGRAMS.contains(metric)
                || labels != null
                        && Board.stream(selector.path("matchers")).allMatch(matcher -> mayMatch(matcher, labels));
    }

    private static boolean mayMatch(JsonNode matcher, Map<String, Set<String>> labels) {
        String label = matcher.path("name").asString();
        String wanted = matcher.path("value").asString();
        Set<String> values = labels.get(label);
        if (COMMON.contains(label) || values == null) {
            return COMMON.contains(label);
        }
        return values.isEmpty()
                || switch (matcher.path("type").asString()) {
                    case "=" -> values.contains(wanted);
                    // each alternative, so that a typo in one of them shows
                    case "=~" ->
                        Arrays.stream(wanted.split("\\|"))
                                .allMatch(wish -> values.stream().anyMatch(value -> value.matches(wish)));
                    default -> true;
                };
    }

    private static Map<String, Map<String, Set<String>>> labels(Pattern row, String document) {
        Map<String, Map<String, Set<String>>> labels = new HashMap<>();
        row.matcher(document).results().forEach(found -> labels.put(found.group(1), labels(found.group(2))));
        return labels;
    }

    private static Map<String, Set<String>> labels(String cell) {
        return Arrays.stream(cell.split("<br>"))
                .flatMap(label -> LABEL.matcher(label).results())
                .collect(Collectors.toMap(
                        label -> label.group(1).replace('.', '_'),
                        label -> label.group(2) == null
                                ? Set.of()
                                : Set.of(label.group(2).split(", "))));
    }
}
