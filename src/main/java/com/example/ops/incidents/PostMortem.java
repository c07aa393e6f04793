package com.example.ops.incidents;

import com.example.ops.MarkdownText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of an incident, which needs a person for its root cause and its resolution alone. */
record PostMortem(IncidentDetails details, IncidentLinks links, BudgetCost cost) {

    private static final Set<EntryKind> EVIDENCE =
            EnumSet.of(EntryKind.VERSION, EntryKind.OBJECTIVE, EntryKind.ERRORS, EntryKind.TRACE, EntryKind.MISSING);

    private static final String MISSING = "_Missing: a person has to write it._";

    String text() {
        Incident incident = details.incident();
        return """
                # %s: %s

                %s
                ## Times

                %s
                ## Cost to the error budgets

                %s
                ## Root cause

                %s

                ## Resolution

                %s

                ## Timeline

                %s
                ## Alerts

                %s
                ## Evidence

                %s
                ## Action items

                %s""".formatted(
                        incident.sev(),
                        MarkdownText.code(incident.title()),
                        head(incident),
                        times(incident.times()),
                        cost.text(),
                        written(incident.rootCause()),
                        written(incident.resolution()),
                        lines(details.timeline().stream()
                                .filter(entry -> entry.kind() != EntryKind.LINK && !EVIDENCE.contains(entry.kind()))
                                .map(PostMortem::line)),
                        lines(details.alerts().stream().map(this::line)),
                        lines(Stream.concat(
                                details.timeline().stream()
                                        .filter(entry -> EVIDENCE.contains(entry.kind()))
                                        .map(PostMortem::line),
                                details.links().stream().map(link -> MarkdownText.link(link.title(), link.url())))),
                        lines(actions()));
    }

    private static String head(Incident incident) {
        String assignee = incident.assignee() == null ? "nobody" : MarkdownText.code(incident.assignee());
        return lines(Stream.of(
                "Service: " + MarkdownText.code(incident.group().service()),
                "Environment: " + MarkdownText.code(incident.group().environment()),
                "Status: " + incident.status().word(),
                "Assigned to: " + assignee,
                "Incident: " + incident.id()));
    }

    private static String times(IncidentTimes times) {
        Instant began = times.beganAt() == null ? times.alertedAt() : times.beganAt();
        String from =
                times.beganAt() == null ? "the first alert; when the harm began nobody has written" : "the beginning";
        return lines(Stream.of(
                "Began: " + (times.beganAt() == null ? "not written" : at(times.beganAt())),
                "First alert: " + at(times.alertedAt()),
                "Opened: " + at(times.openedAt()),
                span("Detection", began, times.openedAt(), "from " + from),
                span(
                        "Acknowledgement",
                        times.openedAt(),
                        times.acknowledgedAt(),
                        "from the opening to a person's first act"),
                span("Mitigation", times.openedAt(), times.mitigatedAt(), "from the opening"),
                span("Resolution", times.openedAt(), times.resolvedAt(), "from the opening"),
                span("Duration", began, times.resolvedAt(), "from " + from)));
    }

    private static String span(String name, Instant from, @Nullable Instant to, String meaning) {
        return to == null
                ? name + ": not yet"
                : "%s: %s (%s, %s)".formatted(name, words(Duration.between(from, to)), at(to), meaning);
    }

    private static String words(Duration duration) {
        Duration shown = duration.isNegative() ? Duration.ZERO : duration;
        return Stream.of(
                        part(shown.toDays(), "d"),
                        part(shown.toHoursPart(), "h"),
                        part(shown.toMinutesPart(), "min"),
                        shown.toSecondsPart() + " s")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private static String written(@Nullable String text) {
        return text == null ? MISSING : MarkdownText.quote(text);
    }

    private static String line(TimelineEntry entry) {
        String who = entry.actor().equals(TimelineEntry.SYSTEM) ? "" : ", by " + MarkdownText.code(entry.actor());
        String detail = entry.detail() == null ? "" : ": " + MarkdownText.code(entry.detail());
        String link = entry.link() == null ? "" : " " + MarkdownText.link("open", entry.link());
        return "%s %s%s%s%s".formatted(at(entry.at()), entry.text(), who, detail, link);
    }

    private String line(IncidentAlert alert) {
        String end = alert.endedAt() == null ? "still fires" : "until " + at(alert.endedAt());
        String runbook = links.runbook(alert.name())
                .map(url -> ", " + MarkdownText.link("runbook", url))
                .orElse("");
        return "%s %s, from %s, %s%s"
                .formatted(alert.sev(), MarkdownText.code(alert.name()), at(alert.startsAt()), end, runbook);
    }

    /** What people noted, and what is left to be done as far as it can be told. */
    private Stream<String> actions() {
        Incident incident = details.incident();
        List<String> own = Stream.of(
                        incident.rootCause() == null ? "Write the root cause" : "",
                        incident.resolution() == null ? "Write the resolution" : "",
                        incident.times().beganAt() == null
                                ? "Write when the harm began, so that detection is known"
                                : "")
                .filter(item -> !item.isEmpty())
                .toList();
        Stream<String> runbooks = details.alerts().stream()
                .map(IncidentAlert::name)
                .distinct()
                .map(name -> "Bring the runbook of %s up to date".formatted(MarkdownText.code(name)));
        Stream<String> noted = details.timeline().stream()
                .filter(entry -> entry.kind() == EntryKind.ACTION && entry.detail() != null)
                .map(entry -> MarkdownText.escaped(entry.detail()));
        return Stream.of(noted, own.stream(), runbooks).flatMap(items -> items).map(item -> "[ ] " + item);
    }

    private static String lines(Stream<String> items) {
        String lines = items.map(item -> "- " + item + "\n").collect(Collectors.joining());
        return lines.isEmpty() ? "- nothing\n" : lines;
    }

    private static String at(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
