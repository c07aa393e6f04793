package com.example.ops.page;

import com.example.ops.incidents.Incident;
import com.example.ops.incidents.IncidentAlert;
import com.example.ops.incidents.IncidentDetails;
import com.example.ops.incidents.IncidentLink;
import com.example.ops.incidents.IncidentStatus;
import com.example.ops.incidents.TimelineEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An incident as its page shows it. Almost every text is from outside, and the templates escape all of them. */
record IncidentPage(
        IncidentRow row,
        boolean resolved,
        List<String> moves,
        List<Alert> alerts,
        long firing,
        List<IncidentLink> links,
        List<Line> timeline,
        String rootCause,
        String resolution,
        String beganAt) {

    private static final String SYSTEM = "system";

    record Alert(
            String sev,
            String tone,
            String name,
            boolean hasRunbook,
            String summary,
            String description,
            Map<String, String> labels,
            String from,
            String until) {}

    record Line(
            String at,
            String text,
            String detail,
            String actor,
            @Nullable String link) {}

    static IncidentPage of(IncidentDetails details, Instant now, Predicate<String> runbooks) {
        Incident incident = details.incident();
        Instant began = incident.times().beganAt();
        return new IncidentPage(
                IncidentRow.of(incident, now),
                incident.status() == IncidentStatus.RESOLVED,
                incident.status().next().stream()
                        .sorted()
                        .map(IncidentStatus::word)
                        .toList(),
                details.alerts().stream().map(alert -> alert(alert, runbooks)).toList(),
                details.alerts().stream()
                        .filter(alert -> alert.endedAt() == null)
                        .count(),
                details.links().stream().filter(link -> isPage(link.url())).toList(),
                details.timeline().stream().map(IncidentPage::line).toList(),
                Objects.requireNonNullElse(incident.rootCause(), ""),
                Objects.requireNonNullElse(incident.resolution(), ""),
                began == null
                        ? ""
                        : began.truncatedTo(ChronoUnit.MINUTES)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDateTime()
                                .toString());
    }

    private static Alert alert(IncidentAlert alert, Predicate<String> runbooks) {
        return new Alert(
                alert.sev().toString(),
                IncidentRow.tone(alert.sev().level()),
                alert.name(),
                runbooks.test(alert.name()),
                alert.summary(),
                alert.description(),
                alert.labels(),
                Shown.at(alert.startsAt()),
                alert.endedAt() == null ? "" : Shown.at(alert.endedAt()));
    }

    private static Line line(TimelineEntry entry) {
        String link = entry.link();
        return new Line(
                Shown.at(entry.at()),
                entry.text(),
                Objects.requireNonNullElse(entry.detail(), ""),
                entry.actor().equals(SYSTEM) ? "" : entry.actor(),
                link != null && isPage(link) ? link : null);
    }

    private static boolean isPage(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }
}
