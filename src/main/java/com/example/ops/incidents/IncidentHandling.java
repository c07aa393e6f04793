package com.example.ops.incidents;

import com.example.platform.security.Pseudonyms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What people do to incidents. Each is the subject of a token, and kept as a pseudonym. */
@Service
public class IncidentHandling {

    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_TEXT = 4_000;

    private static final Duration LONGEST_AGO = Duration.ofDays(365);

    private final IncidentTable incidents;

    private final AlertTable alerts;

    private final IncidentJournal journal;

    private final IncidentSignals signals;

    private final Pseudonyms pseudonyms;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    IncidentHandling(
            IncidentTable incidents,
            AlertTable alerts,
            IncidentJournal journal,
            IncidentSignals signals,
            Pseudonyms pseudonyms,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.journal = journal;
        this.signals = signals;
        this.pseudonyms = pseudonyms;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    private record Outcome(Change change, @Nullable Incident before) {}

    public Change assign(IncidentId id, String assignee, String subject) {
        String name = Texts.line(assignee, LONGEST_NAME);
        return handle(id, subject, "incident.assign", (incident, now) -> {
            write(incident, EntryKind.ASSIGNMENT, subject, "Assigned to", name, now);
            return incident.assigned(name).acknowledged(now);
        });
    }

    /** A note; or something to be done after the incident, which the report lists. */
    public Change note(IncidentId id, String text, boolean action, String subject) {
        return handle(id, subject, "incident.note", (incident, now) -> {
            EntryKind kind = action ? EntryKind.ACTION : EntryKind.NOTE;
            write(incident, kind, subject, action ? "Action item" : "Note", Texts.lines(text, LONGEST_TEXT), now);
            return incident.acknowledged(now);
        });
    }

    /** Whether something may have begun then: not in the future, and at most a year ago. */
    public static boolean mayHaveBegun(Instant at, Instant now) {
        return !at.isAfter(now) && !at.isBefore(now.minus(LONGEST_AGO));
    }

    /** What only a person knows: the cause, what ended it and, perhaps, when it began. At any time, also afterwards. */
    public Change conclude(
            IncidentId id, String rootCause, String resolution, @Nullable Instant beganAt, String subject) {
        return handle(id, subject, "incident.conclude", (incident, now) -> {
            write(incident, EntryKind.CONCLUSION, subject, "Root cause and resolution written", null, now);
            return incident.concluded(
                    Texts.lines(rootCause, LONGEST_TEXT), Texts.lines(resolution, LONGEST_TEXT), beganAt);
        });
    }

    public Change move(IncidentId id, IncidentStatus to, String subject) {
        return tell(transaction.execute(status -> incidents
                .lock(id)
                .map(before -> before.status().mayBecome(to)
                        ? moved(before, to, subject)
                        : new Outcome(new Change.IllegalMove(before.status(), to), null))
                .orElseGet(IncidentHandling::nothing)));
    }

    private Outcome moved(Incident before, IncidentStatus to, String subject) {
        Instant now = clock.instant();
        Firing firing = alerts.firing(before.id());
        String still = to == IncidentStatus.RESOLVED && firing.all() > 0 ? "still firing: " + firing.all() : null;
        write(before, EntryKind.STATUS, subject, "Moved to " + to.word(), still, now);
        Incident after = before.moves(to, now, !firing.isCalm());
        journal.moved(after, now);
        Map<String, Object> facts = Map.of("from", before.status().word(), "to", to.word());
        return save(before, after, new IncidentAction("incident.status", subject, before.id(), facts));
    }

    private Change handle(
            IncidentId id, String subject, String action, BiFunction<Incident, Instant, Incident> change) {
        return tell(transaction.execute(status -> incidents
                .lock(id)
                .map(before -> save(
                        before,
                        change.apply(before, clock.instant()),
                        new IncidentAction(action, subject, id, Map.of())))
                .orElseGet(IncidentHandling::nothing)));
    }

    private Outcome save(Incident before, Incident after, IncidentAction action) {
        incidents.save(after);
        events.publishEvent(action);
        return new Outcome(new Change.Done(after), before);
    }

    /** After the commit, so that what failed is not counted. */
    private Change tell(@Nullable Outcome outcome) {
        Outcome known = Objects.requireNonNull(outcome);
        if (known.before() != null && known.change() instanceof Change.Done done) {
            signals.changed(known.before(), done.incident());
        }
        return known.change();
    }

    private static Outcome nothing() {
        return new Outcome(new Change.NoSuchIncident(), null);
    }

    private void write(
            Incident incident, EntryKind kind, String subject, String text, @Nullable String detail, Instant now) {
        String actor = pseudonyms.of(subject);
        journal.write(incident.id(), new TimelineEntry(now, kind, actor, text, detail, null));
    }
}
