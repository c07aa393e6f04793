package com.example.simulator.traffic;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets one complaint about a subject through in a while and counts the others. Thread-safe; subjects are a closed set. */
class Complaints {

    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Subject> subjects = new ConcurrentHashMap<>();

    Complaints(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Complains, with the number of complaints swallowed since the last, unless that was less than {@code pause} ago. */
    void about(String subject, Duration pause, LongConsumer complaint) {
        long now = nanoTime.getAsLong();
        Subject known = subjects.computeIfAbsent(subject, name -> new Subject(now - pause.toNanos()));
        long last = known.last.get();
        if (now - last >= pause.toNanos() && known.last.compareAndSet(last, now)) {
            complaint.accept(known.swallowed.getAndSet(0));
        } else {
            known.swallowed.incrementAndGet();
        }
    }

    /** When a subject was last complained about and how often it was passed over since. */
    private static final class Subject {

        private final AtomicLong last;
        private final AtomicLong swallowed = new AtomicLong();

        Subject(long last) {
            this.last = new AtomicLong(last);
        }
    }
}
