package com.example.ops.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The incidents as people see them. */
@Service
public class Incidents {

    private static final int MOST = 100;

    private final IncidentTable incidents;

    private final AlertTable alerts;

    private final Timeline timeline;

    private final EvidenceJobs evidence;

    private final IncidentLinks links;

    private final Clock clock;

    Incidents(
            IncidentTable incidents,
            AlertTable alerts,
            Timeline timeline,
            EvidenceJobs evidence,
            IncidentLinks links,
            Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.timeline = timeline;
        this.evidence = evidence;
        this.links = links;
        this.clock = clock;
    }

    /** The newest hundred, newest first, of one status or of all. */
    public List<Incident> newest(@Nullable IncidentStatus status) {
        return incidents.newest(status, MOST);
    }

    /** So many of those that are over, the newest first, behind so many newer ones. */
    public List<Incident> resolved(int newer, int limit) {
        return incidents.resolved(newer, limit);
    }

    /** One with all that is known of it; of its alerts the worst hundred. */
    public Optional<IncidentDetails> find(IncidentId id) {
        return incidents.find(id).map(this::details);
    }

    /** The report in Markdown, as far as it can be written now. */
    public Optional<String> report(IncidentId id) {
        return find(id).map(details -> new PostMortem(details, links, budgets(id)).text());
    }

    private IncidentDetails details(Incident incident) {
        return new IncidentDetails(
                incident,
                alerts.of(incident.id(), MOST),
                links.of(incident, clock.instant()),
                timeline.of(incident.id()));
    }

    private BudgetCost budgets(IncidentId id) {
        return BudgetCost.of(
                evidence.budgets(id, Moment.OPENED),
                evidence.budgets(id, Moment.MITIGATED),
                evidence.budgets(id, Moment.RESOLVED));
    }
}
