package com.example.platform.observability;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** The values that one label of one meter has had, up to its cap, and how often it was capped. Thread-safe. */
final class LabelValues {

    private final String meter;
    private final String label;
    private final int most;
    private final Set<String> admitted = ConcurrentHashMap.newKeySet();
    private final LongAdder capped = new LongAdder();
    private final AtomicBoolean announced = new AtomicBoolean();

    LabelValues(String meter, String label, int most) {
        this.meter = meter;
        this.label = label;
        this.most = most;
    }

    String meter() {
        return meter;
    }

    String label() {
        return label;
    }

    double capped() {
        return capped.sum();
    }

    boolean knows(String value) {
        return admitted.contains(value);
    }

    /** Whether the value has a place now. */
    synchronized boolean admit(String value) {
        return admitted.contains(value) || admitted.size() < most && admitted.add(value);
    }

    /** Counts a value without a place; true the first time. */
    boolean cap() {
        capped.increment();
        return announced.compareAndSet(false, true);
    }
}
