package com.example.simulator.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The traffic's own counts since its start. Thread-safe. */
class Tally {

    private final LongAdder started = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final ConcurrentMap<Ended, Long> ended = new ConcurrentHashMap<>();

    void started() {
        started.increment();
    }

    void skipped() {
        skipped.increment();
    }

    void ended(JourneyName journey, Outcome outcome) {
        ended.merge(new Ended(journey, outcome), 1L, Long::sum);
    }

    long ended(JourneyName journey) {
        return count(one -> one.journey() == journey);
    }

    long ended(Outcome outcome) {
        return count(one -> one.outcome() == outcome);
    }

    private long count(Predicate<Ended> which) {
        return ended.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Totals, totals by outcome, and totals by journey. */
    Map<String, Object> counts() {
        Map<String, Object> counts = new TreeMap<>();
        counts.put("started", started.sum());
        counts.put("skipped", skipped.sum());
        Stream.of(Outcome.values()).forEach(outcome -> counts.put(outcome.label(), ended(outcome)));
        Map<String, Long> journeys = new TreeMap<>();
        Stream.of(JourneyName.values())
                .filter(name -> name != JourneyName.PREPARE)
                .forEach(name -> journeys.put(name.label(), ended(name)));
        counts.put("journeys", journeys);
        return counts;
    }

    /** A journey that came out in one way. */
    private record Ended(JourneyName journey, Outcome outcome) {}
}
