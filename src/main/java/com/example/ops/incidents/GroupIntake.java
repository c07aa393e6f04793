package com.example.ops.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings what is heard of one group into its incident, in one transaction; a group's notifications take turns. */
@Component
class GroupIntake {

    private final IncidentTable incidents;

    private final AlertTable alerts;

    private final IncidentJournal journal;

    private final IncidentSignals signals;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    GroupIntake(
            IncidentTable incidents,
            AlertTable alerts,
            IncidentJournal journal,
            IncidentSignals signals,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.journal = journal;
        this.signals = signals;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    private record Effect(
            @Nullable Incident opened,
            @Nullable Incident before,
            @Nullable Incident after) {

        static final Effect NONE = new Effect(null, null, null);
    }

    /** When all is over in a group, so is what its sender has stopped to tell of while something worse silenced it. */
    void take(IncidentGroup group, List<HeardAlert> heard, boolean allOver) {
        Effect effect = transaction.execute(status -> apply(group, heard, allOver, clock.instant()));
        if (effect != null && effect.opened() != null) {
            signals.opened(effect.opened());
        }
        if (effect != null && effect.before() != null && effect.after() != null) {
            signals.changed(effect.before(), effect.after());
        }
    }

    private Effect apply(IncidentGroup group, List<HeardAlert> heard, boolean allOver, Instant now) {
        Optional<Incident> open = incidents.lockOpen(group);
        News news = news(group, heard, now);
        if (news.isEmpty()) {
            return Effect.NONE;
        }
        if (open.isPresent()) {
            return change(open.get(), news, null, allOver, now);
        }
        if (news.fired().isEmpty()) {
            alerts.end(group, news.ended(), now);
            return Effect.NONE;
        }
        Incident added = add(group, news.fired(), now);
        Incident locked = incidents
                .lockOpen(group)
                .orElseThrow(() -> new ConcurrencyFailureException("Closed between two statements; comes again"));
        boolean ours = locked.id().equals(added.id());
        // while this one waited for another to add it, that other may have told the same
        News rest = ours ? news : news(group, heard, now);
        return rest.isEmpty() ? Effect.NONE : change(locked, rest, ours ? locked : null, allOver, now);
    }

    private News news(IncidentGroup group, List<HeardAlert> heard, Instant now) {
        return News.of(heard, alerts.known(group, heard), now);
    }

    private Incident add(IncidentGroup group, List<HeardAlert> fired, Instant now) {
        HeardAlert worst = worst(fired);
        Instant first =
                fired.stream().map(HeardAlert::startsAt).min(Instant::compareTo).orElseThrow();
        Incident incident = Incident.open(group, worst.name(), worst.sev(), now, first);
        incidents.add(incident);
        return incident;
    }

    private Effect change(Incident before, News news, @Nullable Incident opened, boolean allOver, Instant now) {
        Incident after = before;
        alerts.end(before.group(), news.ended(), now);
        if (!news.fired().isEmpty()) {
            alerts.fire(before.id(), news.fired());
            HeardAlert worst = worst(news.fired());
            boolean lag = news.fired().stream().allMatch(HeardAlert::lags);
            after = after.fires(worst.name(), worst.sev(), lag);
        }
        if (allOver && !news.ended().isEmpty()) {
            int rest = alerts.endRest(before.id(), news.ended().getFirst().groupKey(), now);
            journal.ended(before.id(), rest, now);
        }
        if (!news.ended().isEmpty() && alerts.firing(before.id()).isCalm()) {
            after = after.calms(now);
        }
        if (opened != null) {
            journal.opened(after, now);
            publish("incident.open", after, Map.of("sev", after.sev().level()));
        }
        journal.heard(before.id(), news, now);
        journal.changed(before, after, now);
        if (!after.equals(before)) {
            incidents.save(after);
        }
        if (!after.sev().equals(before.sev())) {
            publish(
                    "incident.sev",
                    after,
                    Map.of("from", before.sev().level(), "to", after.sev().level()));
        }
        if (after.status() != before.status()) {
            publish(
                    "incident.status",
                    after,
                    Map.of("from", before.status().word(), "to", after.status().word()));
        }
        return new Effect(opened, before, after);
    }

    private void publish(String action, Incident incident, Map<String, Object> facts) {
        events.publishEvent(new IncidentAction(action, TimelineEntry.SYSTEM, incident.id(), facts));
    }

    private static HeardAlert worst(List<HeardAlert> fired) {
        return fired.stream()
                .min(Comparator.comparing(HeardAlert::sev).thenComparing(HeardAlert::startsAt))
                .orElseThrow();
    }
}
