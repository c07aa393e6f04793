package com.example.ops.page;

import com.example.ops.incidents.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** An incident as a line of a list; title, service, environment and assignee are words from outside. */
record IncidentRow(
        String id,
        String sev,
        String tone,
        String title,
        String status,
        boolean proposed,
        String service,
        String environment,
        String opened,
        String lasts,
        String assignee) {

    private static final int GRAVE = 2;

    private static final int MILD = 4;

    static IncidentRow of(Incident incident, Instant now) {
        Instant end = Objects.requireNonNullElse(incident.times().resolvedAt(), now);
        return new IncidentRow(
                incident.id().toString(),
                incident.sev().toString(),
                tone(incident.sev().level()),
                incident.title(),
                incident.status().word(),
                incident.isResolutionProposed(),
                incident.group().service(),
                incident.group().environment(),
                Shown.at(incident.times().openedAt()),
                Shown.span(Duration.between(incident.times().openedAt(), end)),
                Objects.requireNonNullElse(incident.assignee(), ""));
    }

    static String tone(int sev) {
        if (sev <= GRAVE) {
            return "bad";
        }
        return sev == MILD ? "calm" : "warn";
    }
}
