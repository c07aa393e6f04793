package com.example.platform.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A documented meter, and the making of it, so that the scrape says what {@code docs/telemetry.md} says. */
public interface DescribedMeter extends MeterDocumentation {

    MeterDescription meter();

    /** The counter with these labels; the same one each time. */
    default Counter counter(MeterRegistry registry, KeyValue... labels) {
        return Counter.builder(getName())
                .description(description())
                .baseUnit(getBaseUnit())
                .tags(tags(labels))
                .register(registry);
    }

    /** Registers a gauge of what the function says of the state, which is held weakly. */
    default <T> void gauge(MeterRegistry registry, T state, ToDoubleFunction<T> value, KeyValue... labels) {
        Gauge.builder(getName(), state, value)
                .description(description())
                .baseUnit(getBaseUnit())
                .tags(tags(labels))
                .register(registry);
    }

    private static List<Tag> tags(KeyValue... labels) {
        return Arrays.stream(labels)
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
    }

    default String description() {
        return meter().description();
    }

    @Override
    default String getName() {
        return meter().name();
    }

    @Override
    default Meter.Type getType() {
        return meter().type();
    }

    @Override
    default String getBaseUnit() {
        return meter().unit();
    }

    @Override
    default KeyName[] getKeyNames() {
        return meter().labels().toArray(KeyName[]::new);
    }
}
