package com.example.ops.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Proposes the end of incidents that have been quiet for long enough; a person confirms it. */
@Component
class QuietPeriod {

    private final IncidentTable incidents;

    private final Timeline timeline;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Duration quiet;

    private final Clock clock;

    QuietPeriod(
            IncidentTable incidents,
            Timeline timeline,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            IncidentSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.transaction = transaction;
        this.events = events;
        this.quiet = settings.incidents().quietPeriod();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ops.incidents.interval:2s}")
    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> proposeOne(clock.instant())))) {
            // one after another, each in a transaction of its own
        }
    }

    private boolean proposeOne(Instant now) {
        Optional<Incident> due = incidents.lockQuiet(now.minus(quiet));
        due.ifPresent(incident -> {
            incidents.save(incident.proposes(now));
            String text = "Quiet for long enough: a person may confirm the end";
            timeline.add(incident.id(), TimelineEntry.of(now, EntryKind.PROPOSAL, text, null));
            events.publishEvent(new IncidentAction("incident.propose", TimelineEntry.SYSTEM, incident.id(), Map.of()));
        });
        return due.isPresent();
    }
}
