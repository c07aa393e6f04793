package com.example.simulator.traffic;

import com.example.simulator.traffic.TrafficMeters.Key;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts, measures and logs the traffic; every line is marked synthetic and complaints are throttled. Thread-safe. */
class TrafficSignals {

    private static final Logger log = LoggerFactory.getLogger(TrafficSignals.class);

    /** The bounds the shop's own histogram has, so that both sides of a call can be compared. */
    private static final Duration[] BOUNDS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Tally tally;
    private final Complaints complaints = new Complaints(System::nanoTime);

    TrafficSignals(MeterRegistry meters, Tally tally) {
        this.meters = meters;
        this.tally = tally;
    }

    void called(JourneyName journey, Step step, Outcome outcome, long nanos) {
        Timer.builder(TrafficMeters.REQUESTS.getName())
                .description(TrafficMeters.REQUESTS.description())
                .serviceLevelObjectives(BOUNDS)
                .tags(tags(
                        Key.JOURNEY.withValue(journey.label()),
                        Key.STEP.withValue(step.label()),
                        Key.OUTCOME.withValue(outcome.label())))
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    void started() {
        tally.started();
    }

    void ended(JourneyName journey, Outcome outcome) {
        tally.ended(journey, outcome);
        count(TrafficMeters.JOURNEYS, Key.JOURNEY.withValue(journey.label()), Key.OUTCOME.withValue(outcome.label()));
    }

    void skipped() {
        tally.skipped();
        count(TrafficMeters.SKIPPED_JOURNEYS);
    }

    /** An answer ended a journey; whatever a fault can cause by design is counted and not complained about. */
    void unexpected(JourneyName journey, Step step, Outcome outcome, String expected, String actual) {
        // who prepares is still waiting for the shop and has said so
        if (outcome == Outcome.UNREACHABLE && journey != JourneyName.PREPARE) {
            complaints.about(
                    "unreachable",
                    Duration.ofMinutes(1),
                    since -> line(Level.WARN, "shop.unreachable")
                            .addKeyValue("suppressed", since)
                            .log("Shop does not answer"));
        }
        if (outcome == Outcome.FAILED) {
            complaints.about(
                    journey + "/" + step,
                    Duration.ofSeconds(10),
                    since -> line(Level.WARN, "journey.failed")
                            .addKeyValue("journey", journey.label())
                            .addKeyValue("step", step.label())
                            .addKeyValue("expected", expected)
                            .addKeyValue("actual", actual)
                            .addKeyValue("suppressed", since)
                            .log("Journey failed"));
        }
    }

    /** A journey stumbled over itself rather than over the shop. */
    void broken(JourneyName journey, RuntimeException bug) {
        complaints.about(
                journey.name(),
                Duration.ofSeconds(10),
                since -> line(Level.ERROR, "journey.broken")
                        .addKeyValue("journey", journey.label())
                        .addKeyValue("error_type", bug.getClass().getName())
                        .addKeyValue("suppressed", since)
                        .log("Journey broke"));
    }

    /** Begins a line that tells of the traffic itself. */
    LoggingEventBuilder info(String event) {
        return line(Level.INFO, event);
    }

    private static LoggingEventBuilder line(Level level, String event) {
        return log.atLevel(level).addKeyValue("event", event).addKeyValue("synthetic", true);
    }

    private void count(TrafficMeters meter, KeyValue... labels) {
        meter.counter(meters, labels).increment();
    }

    private static List<Tag> tags(KeyValue... labels) {
        return Stream.of(labels)
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
    }
}
