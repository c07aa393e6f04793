package com.example.ops.incidents;

import com.example.ops.incidents.EvidenceJobs.Job;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers evidence after the notification has been answered. Who dies over it is followed by whoever claims the work next
 * and asks about the same moment; what was found is kept once, whole. After some attempts the timeline says that nothing
 * was found out.
 */
@Component
class EvidenceGathering {

    private static final Logger log = LoggerFactory.getLogger(EvidenceGathering.class);

    private static final int MOST_ATTEMPTS = 3;

    private final EvidenceJobs jobs;

    private final IncidentTable incidents;

    private final Timeline timeline;

    private final List<EvidenceSource> sources;

    private final TransactionOperations transaction;

    private final ObservationRegistry observations;

    private final Clock clock;

    EvidenceGathering(
            EvidenceJobs jobs,
            IncidentTable incidents,
            Timeline timeline,
            List<EvidenceSource> sources,
            TransactionOperations transaction,
            ObservationRegistry observations,
            Clock clock) {
        this.jobs = jobs;
        this.incidents = incidents;
        this.timeline = timeline;
        this.sources = sources;
        this.transaction = transaction;
        this.observations = observations;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ops.incidents.interval:2s}")
    void run() {
        Optional<Job> job;
        while ((job = jobs.claim(clock.instant())).isPresent()) {
            Job claimed = job.get();
            IncidentObservation.EVIDENCE.observation(observations).observe(() -> gather(claimed));
        }
    }

    private void gather(Job job) {
        incidents.find(job.incident()).ifPresent(incident -> {
            Evidence found = job.attempts() > MOST_ATTEMPTS ? givenUp(job) : ask(job, incident.group());
            transaction.executeWithoutResult(status -> keep(job, found));
        });
    }

    private static Evidence givenUp(Job job) {
        return Evidence.of(List.of(TimelineEntry.of(
                job.at(),
                EntryKind.MISSING,
                "No evidence was gathered: whoever began to did not come to an end",
                null)));
    }

    private Evidence ask(Job job, IncidentGroup group) {
        List<TimelineEntry> entries = new ArrayList<>();
        Map<String, Double> budgets = new TreeMap<>();
        for (EvidenceSource source : sources) {
            if (source.moments().contains(job.moment())) {
                Evidence found = ask(source, group, job.at());
                entries.addAll(found.entries());
                budgets.putAll(found.budgets());
            }
        }
        return new Evidence(entries, budgets);
    }

    /** One that fails does not take the others along. */
    private static Evidence ask(EvidenceSource source, IncidentGroup group, Instant at) {
        try {
            return source.find(group, at);
        } catch (Asked.Silent silent) {
            return Evidence.of(List.of(TimelineEntry.of(at, EntryKind.MISSING, silent.words(), null)));
        } catch (RuntimeException broken) {
            log.atWarn()
                    .addKeyValue("event", "incident.evidence.failed")
                    .addKeyValue(IncidentLogFields.BACKEND.key(), source.name())
                    .setCause(broken)
                    .log("Evidence could not be read");
            String text = "What was told of " + source.name() + " could not be read";
            return Evidence.of(List.of(TimelineEntry.of(at, EntryKind.MISSING, text, null)));
        }
    }

    /** The incident first, as everyone who changes one does, so that nobody waits for each other crosswise. */
    private void keep(Job job, Evidence found) {
        incidents.lock(job.incident());
        if (jobs.finish(job)) {
            timeline.addAll(job.incident(), found.entries());
            jobs.keep(job, found.budgets());
        }
    }
}
