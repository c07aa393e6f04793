package com.example.ops.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Which versions ran. */
class VersionEvidence implements EvidenceSource {

    private final Asked prometheus;

    VersionEvidence(Asked prometheus) {
        this.prometheus = prometheus;
    }

    @Override
    public String name() {
        return "version";
    }

    @Override
    public Set<Moment> moments() {
        return Set.of(Moment.OPENED, Moment.WORSENED);
    }

    @Override
    public Evidence find(IncidentGroup group, Instant at) {
        List<TimelineEntry> running = entries("Version running", Queries.versions(group), at);
        // a service that is down tells nothing of itself any more
        List<TimelineEntry> versions =
                running.isEmpty() ? entries("Version that ran last", Queries.latestVersions(group), at) : running;
        return Evidence.of(
                versions.isEmpty()
                        ? List.of(TimelineEntry.of(at, EntryKind.MISSING, "No instance of it told its version", null))
                        : versions);
    }

    private List<TimelineEntry> entries(String text, String query, Instant at) {
        JsonNode found = prometheus.results("/api/v1/query?query={query}&time={time}", query, at.toString());
        return StreamSupport.stream(found.spliterator(), false)
                .map(series -> "%s (instances: %s)"
                        .formatted(
                                series.path("metric").path("version").asString("unknown"),
                                series.path("value").path(1).asString("?")))
                .map(words -> TimelineEntry.of(at, EntryKind.VERSION, text, Texts.line(words, 200)))
                .toList();
    }
}
