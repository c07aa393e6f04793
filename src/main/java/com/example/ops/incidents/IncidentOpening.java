package com.example.ops.incidents;

import com.example.platform.security.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Opens incidents by hand, for what people are told of and no alert has seen. */
@Service
class IncidentOpening {

    private static final int LONGEST_TITLE = 200;

    private final IncidentTable incidents;

    private final IncidentJournal journal;

    private final IncidentSignals signals;

    private final Pseudonyms pseudonyms;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    IncidentOpening(
            IncidentTable incidents,
            IncidentJournal journal,
            IncidentSignals signals,
            Pseudonyms pseudonyms,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.journal = journal;
        this.signals = signals;
        this.pseudonyms = pseudonyms;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing when one is open for the group already: then what is known belongs there. */
    Optional<Incident> open(IncidentGroup group, String title, Sev sev, String subject) {
        Instant now = clock.instant();
        Incident incident = Incident.open(group, Texts.line(title, LONGEST_TITLE), sev, now, now);
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> add(incident, subject, now)));
        if (added) {
            signals.opened(incident);
        }
        return added ? Optional.of(incident) : Optional.empty();
    }

    private boolean add(Incident incident, String subject, Instant now) {
        if (!incidents.add(incident)) {
            return false;
        }
        String actor = pseudonyms.of(subject);
        journal.opened(
                incident,
                new TimelineEntry(now, EntryKind.STATUS, actor, "Opened by hand", incident.title(), null),
                now);
        events.publishEvent(new IncidentAction(
                "incident.open",
                subject,
                incident.id(),
                Map.of("sev", incident.sev().level())));
        return true;
    }
}
