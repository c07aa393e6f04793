package com.example.ops.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the silence of the alert pipeline for an alert. What was heard is shared by all replicas; who has heard nothing
 * since it started counts from its start, because before that nobody could have.
 */
@Component
class PipelineWatch {

    private static final String FINGERPRINT = "pipeline-silent";

    private final Heartbeats heartbeats;

    private final GroupIntake groups;

    private final AlertTable alerts;

    private final Duration silence;

    private final IncidentGroup pipeline;

    private final Clock clock;

    private final Instant started;

    PipelineWatch(
            Heartbeats heartbeats,
            GroupIntake groups,
            AlertTable alerts,
            IncidentSettings settings,
            Environment environment,
            Clock clock) {
        this.heartbeats = heartbeats;
        this.groups = groups;
        this.alerts = alerts;
        this.silence = settings.incidents().watchdogSilence();
        this.pipeline = new IncidentGroup(environment.getRequiredProperty("platform.environment"), "alertmanager");
        this.clock = clock;
        this.started = clock.instant();
    }

    void heard() {
        Instant now = clock.instant();
        heartbeats.heard(now);
        groups.take(pipeline, List.of(alert(now, now)), false);
    }

    @Scheduled(fixedDelayString = "${ops.incidents.interval:2s}")
    void watch() {
        if (silence.isZero()) {
            return;
        }
        Instant since = heartbeats.last().filter(last -> last.isAfter(started)).orElse(started);
        if (clock.instant().isBefore(since.plus(silence))) {
            return;
        }
        HeardAlert silent = alert(since, null);
        // once a silence: when a person closes the incident meanwhile, it stays closed
        boolean told = alerts.known(pipeline, List.of(silent)).stream()
                .anyMatch(known -> known.isFiring() || known.startsAt().equals(since));
        if (!told) {
            groups.take(pipeline, List.of(silent), false);
        }
    }

    private HeardAlert alert(Instant since, @Nullable Instant end) {
        return new HeardAlert(
                pipeline,
                FINGERPRINT,
                "PipelineSilent",
                "critical",
                new Sev(2),
                "The alert pipeline is silent",
                "The heartbeat of Prometheus and Alertmanager has not arrived for %d seconds; no alert may come through"
                        .formatted(silence.toSeconds()),
                Map.of(
                        "alertname",
                        "PipelineSilent",
                        "environment",
                        pipeline.environment(),
                        "service",
                        pipeline.service()),
                FINGERPRINT,
                since,
                end);
    }
}
