package com.example.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A part of all that is measured, with processes of its own. */
enum Part {
    PRODUCT_READ(site -> JourneyRounds.of(Journey.PRODUCT_READ, site)),
    ORDER_READ(site -> JourneyRounds.of(Journey.ORDER_READ, site)),
    ORDER_PLACING(site -> JourneyRounds.of(Journey.ORDER_PLACING, site)),
    ORDER_PAYING(site -> JourneyRounds.of(Journey.ORDER_PAYING, site)),
    WAITS(Waits::of),
    CLIENTS(Clients::of),
    TABLES(Tables::of),
    START_UP(StartUp::of);

    private final Function<BenchSite, Object> measurement;

    Part(Function<BenchSite, Object> measurement) {
        this.measurement = measurement;
    }

    /** Those that are a journey each. */
    static List<Part> journeys() {
        return List.of(PRODUCT_READ, ORDER_READ, ORDER_PLACING, ORDER_PAYING);
    }

    static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    /** In words. */
    String meaning() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Object measure(BenchSite site) {
        return measurement.apply(site);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
