package com.example.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a board shows, and what Grafana makes of it.
 *
 * @param minInterval of the panel
 */
record Window(Instant from, Instant to, Duration minInterval) {

    /** {@code timeInterval} of the data source. */
    private static final Duration SCRAPE = Duration.ofSeconds(10);

    static Window last(Duration length) {
        Instant now = Instant.now();
        return new Window(now.minus(length), now, Duration.ZERO);
    }

    Window with(Duration interval) {
        return new Window(from, to, interval);
    }

    Duration range() {
        return Duration.between(from, to);
    }

    /** {@code $__interval} on a panel a thousand pixels wide, within a few hours. */
    Duration interval() {
        return longer(SCRAPE, minInterval);
    }

    Duration rateInterval() {
        Duration scrape = longer(SCRAPE, minInterval);
        return longer(interval().plus(scrape), scrape.multipliedBy(4));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
