package com.example.stack;

import com.example.testing.SourceFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What rightly has no series yet: a meter that counts from its first event on, as documented, and what Prometheus tells of
 * alerts while there are no rules.
 *
 * @param labels those of each documented meter
 */
record MayBeAbsent(Map<String, Set<String>> labels, boolean alerts) {

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

    private static final Pattern OF_ALERTS = Pattern.compile("ALERTS|ALERTS_FOR_STATE|prometheus_rule_.*");

    private static final Pattern METER = Pattern.compile(
            "^\\| `[a-z.]+` \\| `(\\w+)` \\| \\w+(?: \\w+)? \\| \\w+ \\| ([^|]*)\\|", Pattern.MULTILINE);

    private static final Pattern LABEL = Pattern.compile("`([a-z.]+)`:");

    static MayBeAbsent of(Repository repository) {
        Map<String, Set<String>> labels = new HashMap<>();
        repository
                .files("docs/telemetry.md", ".md")
                .map(SourceFile::text)
                .flatMap(text -> METER.matcher(text).results())
                .forEach(meter -> labels.put(meter.group(1), labels(meter)));
        boolean rules = repository
                .files("prometheus/rules", ".yml")
                .anyMatch(file -> file.text().contains("expr:"));
        return new MayBeAbsent(labels, !rules);
    }

    /** Where there are alerts. */
    MayBeAbsent withAlerts() {
        return new MayBeAbsent(labels, false);
    }

    boolean isOfAlerts(String metric) {
        return alerts && OF_ALERTS.matcher(metric).matches();
    }

    /** Whether the metric may be absent and has the labels when it comes. */
    boolean accepts(String metric, Set<String> wanted) {
        return isOfAlerts(metric)
                || OF_PROGRAMS.contains(metric)
                || labels.containsKey(metric)
                        && wanted.stream()
                                .allMatch(label -> COMMON.contains(label)
                                        || labels.get(metric).contains(label));
    }

    private static Set<String> labels(MatchResult meter) {
        return Arrays.stream(meter.group(2).split("<br>"))
                .flatMap(label -> LABEL.matcher(label).results())
                .map(label -> label.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }
}
