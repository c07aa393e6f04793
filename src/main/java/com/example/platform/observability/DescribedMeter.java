package com.example.platform.observability;

import io.micrometer.core.instrument.docs.MeterDocumentation;

/** A documented meter with the description that the scrape carries too. */
public interface DescribedMeter extends MeterDocumentation {

    /** One sentence for {@code # HELP} and {@code docs/telemetry.md}. */
    String description();
}
