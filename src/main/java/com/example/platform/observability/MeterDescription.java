package com.example.platform.observability;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import java.util.List;

/**
 * What a documented meter is.
 *
 * @param unit what it counts or measures in, e.g. {@code seconds} or {@code lines}
 * @param description one sentence for {@code # HELP} and {@code docs/telemetry.md}
 */
public record MeterDescription(Meter.Type type, String name, String unit, String description, List<KeyName> labels) {

    public static MeterDescription counter(String name, String unit, String description, KeyName... labels) {
        return new MeterDescription(Meter.Type.COUNTER, name, unit, description, List.of(labels));
    }

    public static MeterDescription gauge(String name, String unit, String description, KeyName... labels) {
        return new MeterDescription(Meter.Type.GAUGE, name, unit, description, List.of(labels));
    }

    public static MeterDescription summary(String name, String unit, String description, KeyName... labels) {
        return new MeterDescription(Meter.Type.DISTRIBUTION_SUMMARY, name, unit, description, List.of(labels));
    }

    /** In seconds, as every timer. */
    public static MeterDescription timer(String name, String description, KeyName... labels) {
        return new MeterDescription(Meter.Type.TIMER, name, "seconds", description, List.of(labels));
    }
}
