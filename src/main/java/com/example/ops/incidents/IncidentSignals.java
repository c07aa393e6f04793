package com.example.ops.incidents;

import static com.example.ops.incidents.IncidentMeter.Label;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts, times and logs what becomes of incidents. Never throws. Thread-safe. */
@Component
class IncidentSignals {

    private static final Logger log = LoggerFactory.getLogger(IncidentSignals.class);

    private final MeterRegistry registry;

    private final IncidentTable incidents;

    private final Clock clock;

    private final Map<IncidentMeter, Timer> timers = new EnumMap<>(IncidentMeter.class);

    private volatile Map<Sev, Long> open = Map.of();

    /** Counters start at zero, so that the first event is an increase. */
    IncidentSignals(MeterRegistry registry, IncidentTable incidents, Clock clock) {
        this.registry = registry;
        this.incidents = incidents;
        this.clock = clock;
        Label.STATUS
                .closedValues()
                .forEach(status -> IncidentMeter.RECEIVED.counter(registry, Label.STATUS.withValue(status)));
        for (Sev sev : Sev.all()) {
            String level = Integer.toString(sev.level());
            IncidentMeter.OPENED.counter(registry, Label.SEV.withValue(level));
            IncidentMeter.OPEN.gauge(
                    registry, this, signals -> signals.open.getOrDefault(sev, 0L), Label.SEV.withValue(level));
        }
        for (IncidentMeter timer : List.of(IncidentMeter.ACKNOWLEDGE, IncidentMeter.MITIGATE, IncidentMeter.RESOLVE)) {
            timers.put(
                    timer,
                    Timer.builder(timer.getName())
                            .description(timer.description())
                            .register(registry));
        }
    }

    /** In a job and not on the scrape, so that a scrape never waits for the database. */
    @Scheduled(fixedDelayString = "${ops.incidents.interval:2s}")
    void count() {
        open = incidents.open();
    }

    void received(List<HeardAlert> alerts) {
        Instrumentation.run(() -> alerts.forEach(alert -> IncidentMeter.RECEIVED
                .counter(registry, Label.STATUS.withValue(alert.isFiring() ? "firing" : "resolved"))
                .increment()));
    }

    void opened(Incident incident) {
        Instrumentation.run(() -> IncidentMeter.OPENED
                .counter(
                        registry,
                        Label.SEV.withValue(Integer.toString(incident.sev().level())))
                .increment());
        Instrumentation.run(() -> log.atWarn()
                .addKeyValue("event", "incident.opened")
                .addKeyValue(IncidentLogFields.INCIDENT_ID.key(), incident.id())
                .addKeyValue(IncidentLogFields.SEV.key(), incident.sev().level())
                .log("Incident opened"));
    }

    void changed(Incident before, Incident after) {
        IncidentTimes was = before.times();
        IncidentTimes is = after.times();
        time(IncidentMeter.ACKNOWLEDGE, after, was.acknowledgedAt(), is.acknowledgedAt());
        time(IncidentMeter.MITIGATE, after, was.mitigatedAt(), is.mitigatedAt());
        time(IncidentMeter.RESOLVE, after, was.resolvedAt(), is.resolvedAt());
        if (before.status() != after.status()) {
            Instrumentation.run(() -> log.atInfo()
                    .addKeyValue("event", "incident.status.changed")
                    .addKeyValue(IncidentLogFields.INCIDENT_ID.key(), after.id())
                    .addKeyValue(
                            IncidentLogFields.INCIDENT_STATUS.key(),
                            after.status().word())
                    .log("Incident changed its status"));
        }
    }

    private void time(IncidentMeter timer, Incident incident, @Nullable Instant was, @Nullable Instant is) {
        if (was == null && is != null) {
            Duration since = Duration.between(incident.times().openedAt(), clock.instant());
            Instrumentation.run(() -> {
                Timer measured = timers.get(timer);
                if (measured != null) {
                    measured.record(since);
                }
            });
        }
    }
}
