package com.example.ops.incidents;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes notifications in: each alert goes to the incident of its group, the heartbeat to the pipeline's watch. */
@Component
class AlertIntake {

    private static final String WATCHDOG = "Watchdog";

    /** Fewer than the pool has connections, so that a storm leaves some to those who look at what it did. */
    private static final int AT_A_TIME = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    private final GroupIntake groups;

    private final PipelineWatch pipeline;

    private final IncidentSignals signals;

    private final Clock clock;

    AlertIntake(GroupIntake groups, PipelineWatch pipeline, IncidentSignals signals, Clock clock) {
        this.groups = groups;
        this.pipeline = pipeline;
        this.signals = signals;
        this.clock = clock;
    }

    /** False when there was no turn in time: then nothing has been taken, and the sender has to come again. */
    boolean take(Notification notification) throws InterruptedException {
        if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            List<HeardAlert> heard = NotificationReader.read(notification, clock.instant());
            takeAll(heard, notification.isAllOver());
            signals.received(heard);
            return true;
        } finally {
            turns.release();
        }
    }

    /** A severity of none is a signal for machines, like the heartbeat. */
    private void takeAll(List<HeardAlert> heard, boolean allOver) {
        if (heard.stream().anyMatch(alert -> alert.name().equals(WATCHDOG) && alert.isFiring())) {
            pipeline.heard();
        }
        Map<String, List<HeardAlert>> byGroup = heard.stream()
                .filter(alert -> !alert.name().equals(WATCHDOG))
                .filter(alert -> !alert.severity().equals("none"))
                .collect(Collectors.groupingBy(
                        alert -> alert.group().environment()
                                + '\n'
                                + alert.group().service(),
                        TreeMap::new,
                        Collectors.toList()));
        byGroup.values().forEach(alerts -> groups.take(alerts.getFirst().group(), alerts, allOver));
    }
}
