package com.example.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the gateway could not be asked; the times do not overlap. */
record Outages(List<Outage> all) {

    record Outage(Instant from, Instant to) {}

    /** How much of the time between two moments the gateway was there. */
    Duration available(Instant from, Instant to) {
        Duration whole = Duration.between(from, to);
        for (Outage outage : all) {
            Instant begin = outage.from.isBefore(from) ? from : outage.from;
            Instant end = outage.to.isAfter(to) ? to : outage.to;
            if (begin.isBefore(end)) {
                whole = whole.minus(Duration.between(begin, end));
            }
        }
        return whole;
    }
}
