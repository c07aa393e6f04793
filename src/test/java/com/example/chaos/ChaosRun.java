package com.example.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Breaks one thing after the other while customers come and go, lets everything come to rest and reads the books. */
final class ChaosRun {

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration LONGEST_REST = Duration.ofSeconds(90);

    private final Settings settings;
    private final Stage stage;
    private final List<Struck> faults = new ArrayList<>();

    private ChaosRun(Settings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    static Evidence of(Settings settings, Path folder) throws IOException, InterruptedException {
        try (Stage stage = new Stage(folder)) {
            return new ChaosRun(settings, stage).run();
        }
    }

    private Evidence run() throws InterruptedException {
        Crowd crowd = new Crowd(stage.shopping(), settings.number(), settings.rate());
        Instant begin = Instant.now();
        Instant end = begin.plus(settings.longest());
        crowd.begin();
        stage.hold(WARM_UP);
        Instant warm = Instant.now();
        for (Strike strike : settings.plan().strikes()) {
            if (Instant.now().isBefore(end)) {
                strike(strike, crowd);
            }
        }
        while (crowd.ended().size() < settings.journeys() && Instant.now().isBefore(end)) {
            stage.hold(Duration.ofSeconds(1));
        }
        Instant closing = Instant.now();
        stage.endTraffic();
        crowd.end(LONGEST_REST);
        Duration rest = rest();
        return new Evidence(settings, books(), faults, crowd, begin, warm, closing, rest);
    }

    private void strike(Strike strike, Crowd crowd) {
        stage.hold(strike.calm());
        System.out.printf(
                "chaos %s: %s, %d journeys ended%n",
                settings.seed(), strike.kind().label(), crowd.ended().size());
        Instant from = Instant.now();
        strike.kind().strike(stage, strike);
        faults.add(new Struck(strike.kind(), from, Instant.now()));
    }

    /** How long it took until nothing waited for anything any more. */
    private Duration rest() {
        Instant from = Instant.now();
        while (History.unfinished(stage.postgres()) > 0
                && Duration.between(from, Instant.now()).compareTo(LONGEST_REST) < 0) {
            stage.hold(Duration.ofMillis(250));
        }
        return Duration.between(from, Instant.now());
    }

    private Books books() {
        List<Outages.Outage> outages = faults.stream()
                .filter(fault -> fault.kind().isGatewayAway())
                .map(fault -> new Outages.Outage(fault.from(), fault.to()))
                .toList();
        return new Books(
                stage.clients().told(),
                History.read(stage.postgres()),
                GatewayBooks.of(stage.gateway().ledger()),
                new Outages(outages),
                Instant.now());
    }
}
