package com.example.ops.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Which errors the service complained of most, and traces in which it did. */
class LogEvidence implements EvidenceSource {

    private static final Duration BEFORE = Duration.ofMinutes(15);

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private static final int MOST_TRACES = 3;

    private final Asked loki;

    private final IncidentLinks links;

    LogEvidence(Asked loki, IncidentLinks links) {
        this.loki = loki;
        this.links = links;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Set<Moment> moments() {
        return Set.of(Moment.OPENED, Moment.WORSENED);
    }

    @Override
    public Evidence find(IncidentGroup group, Instant at) {
        List<TimelineEntry> entries = new ArrayList<>(errors(group, at));
        if (entries.isEmpty()) {
            String text = "No warning or error of it was logged in the quarter of an hour before";
            entries.add(TimelineEntry.of(at, EntryKind.MISSING, text, null));
        }
        entries.addAll(traces(group, at));
        return Evidence.of(entries);
    }

    private List<TimelineEntry> errors(IncidentGroup group, Instant at) {
        JsonNode found =
                loki.results("/loki/api/v1/query?query={query}&time={time}", Queries.errorTypes(group), nanos(at));
        return stream(found)
                .sorted(Comparator.comparingDouble(LogEvidence::count).reversed())
                .map(series -> TimelineEntry.of(at, EntryKind.ERRORS, "Logged most", words(series)))
                .toList();
    }

    private static String words(JsonNode series) {
        JsonNode labels = series.path("metric");
        String type = labels.path("error_type").asString("");
        String message = labels.path("message").asString("");
        String what = Stream.of(type, message)
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + ": " + b)
                .orElse("?");
        return Texts.line(
                "%d × %s %s"
                        .formatted((long) count(series), labels.path("level").asString(""), what),
                500);
    }

    private static double count(JsonNode series) {
        return Double.parseDouble(series.path("value").path(1).asString("0"));
    }

    private List<TimelineEntry> traces(IncidentGroup group, Instant at) {
        JsonNode found = loki.results(
                "/loki/api/v1/query_range?query={query}&start={start}&end={end}&limit=50&direction=backward",
                Queries.tracedComplaints(group),
                nanos(at.minus(BEFORE)),
                nanos(at));
        return stream(found)
                .map(stream -> stream.path("stream").path("trace_id").asString(""))
                .filter(id -> TRACE_ID.matcher(id).matches())
                .distinct()
                .limit(MOST_TRACES)
                .map(id -> TimelineEntry.link(at, EntryKind.TRACE, "A trace of it", id, links.trace(id, at)))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode results) {
        return StreamSupport.stream(results.spliterator(), false);
    }

    private static String nanos(Instant at) {
        return at.getEpochSecond() + "%09d".formatted(at.getNano());
    }
}
