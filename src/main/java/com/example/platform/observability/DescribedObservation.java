package com.example.platform.observability;

import io.micrometer.observation.docs.ObservationDocumentation;

/** A documented observation with the meaning that {@code docs/telemetry.md} shows. */
public interface DescribedObservation extends ObservationDocumentation {

    /** One sentence: what is observed, from where to where. */
    String meaning();
}
