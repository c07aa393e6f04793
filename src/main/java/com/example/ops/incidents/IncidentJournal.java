package com.example.ops.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down what alerts do to an incident, and what is to be found out about it. */
@Component
class IncidentJournal {

    /** Of more names in one notification the rest is a number. */
    private static final int MOST_NAMES = 5;

    private final Timeline timeline;

    private final EvidenceJobs evidence;

    private final IncidentLinks links;

    IncidentJournal(Timeline timeline, EvidenceJobs evidence, IncidentLinks links) {
        this.timeline = timeline;
        this.evidence = evidence;
        this.links = links;
    }

    void opened(Incident incident, Instant now) {
        opened(incident, TimelineEntry.of(now, EntryKind.STATUS, "Opened by an alert", null), now);
    }

    void opened(Incident incident, TimelineEntry how, Instant now) {
        timeline.add(incident.id(), how);
        for (IncidentLink link : links.of(incident, now)) {
            timeline.add(incident.id(), TimelineEntry.link(now, EntryKind.LINK, link.title(), null, link.url()));
        }
        evidence.due(incident.id(), Moment.OPENED, now);
    }

    void heard(IncidentId incident, News news, Instant now) {
        int told = timeline.alerts(incident);
        if (told > Timeline.MOST_ALERTS) {
            return;
        }
        if (told == Timeline.MOST_ALERTS) {
            timeline.add(
                    incident,
                    TimelineEntry.of(
                            now, EntryKind.ALERT, "More alerts follow; they are in the list of alerts alone", null));
            return;
        }
        List<TimelineEntry> lines = new ArrayList<>(lines("Alert fires", news.fired(), now));
        lines.addAll(lines("Alert has ended", news.ended(), now));
        timeline.addAll(incident, lines);
    }

    /** What was silenced and has ended meanwhile, of which nobody tells. */
    void ended(IncidentId incident, int rest, Instant now) {
        if (rest > 0) {
            String detail = rest + (rest == 1 ? " alert" : " alerts");
            timeline.add(
                    incident,
                    TimelineEntry.of(now, EntryKind.ALERT, "Over as well, as nobody tells of it any more", detail));
        }
    }

    private static List<TimelineEntry> lines(String text, List<HeardAlert> alerts, Instant now) {
        Map<String, List<HeardAlert>> byName =
                alerts.stream().collect(Collectors.groupingBy(HeardAlert::name, TreeMap::new, Collectors.toList()));
        List<TimelineEntry> lines = byName.values().stream()
                .limit(MOST_NAMES)
                .map(same -> TimelineEntry.of(now, EntryKind.ALERT, text, detail(same)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (byName.size() > MOST_NAMES) {
            lines.add(TimelineEntry.of(
                    now, EntryKind.ALERT, text + ", and so do others", byName.size() - MOST_NAMES + " more"));
        }
        return lines;
    }

    private static String detail(List<HeardAlert> same) {
        HeardAlert first = same.getFirst();
        String words = "%s (%s)".formatted(first.name(), first.sev());
        if (first.isFiring() && !first.summary().isEmpty()) {
            words += ": " + first.summary();
        }
        if (first.isFiring() && !first.description().isEmpty()) {
            words += " · " + first.description();
        }
        return same.size() == 1 ? words : words + " (and %d more like it)".formatted(same.size() - 1);
    }

    void write(IncidentId incident, TimelineEntry entry) {
        timeline.add(incident, entry);
    }

    /** What is to be found out once a person has moved it. */
    void moved(Incident incident, Instant now) {
        switch (incident.status()) {
            case MONITORING -> evidence.due(incident.id(), Moment.MITIGATED, now);
            case RESOLVED -> evidence.due(incident.id(), Moment.RESOLVED, now);
            case INVESTIGATING, IDENTIFIED -> {}
        }
    }

    /** What becomes of the incident by itself. */
    void changed(Incident before, Incident after, Instant now) {
        if (!after.sev().equals(before.sev())) {
            String change = before.sev() + " → " + after.sev();
            timeline.add(after.id(), TimelineEntry.of(now, EntryKind.SEV, "It is worse than it was", change));
            evidence.due(after.id(), Moment.WORSENED, now);
        }
        if (after.status() == before.status()) {
            return;
        }
        if (after.status() == IncidentStatus.MONITORING) {
            timeline.add(
                    after.id(),
                    TimelineEntry.of(
                            now, EntryKind.STATUS, "Nothing that would go on fires any more: monitoring", null));
            evidence.due(after.id(), Moment.MITIGATED, now);
        } else {
            String text = "Alerts fire again: " + after.status().word();
            timeline.add(after.id(), TimelineEntry.of(now, EntryKind.STATUS, text, null));
            evidence.due(after.id(), Moment.WORSENED, now);
        }
    }
}
