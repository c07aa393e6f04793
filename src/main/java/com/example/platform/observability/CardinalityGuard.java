package com.example.platform.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps runaway label values out of the registry: past its cap a label's further values become {@code other}, each time
 * counted and once warned of. A value that looks like a secret becomes {@code redacted} and takes no place. Thread-safe;
 * a known value costs three lookups and no allocation, and what it remembers is bounded by the cap.
 */
final class CardinalityGuard implements MeterFilter, MeterBinder {

    static final String OTHER = "other";
    static final String REDACTED = "redacted";

    private static final Logger log = LoggerFactory.getLogger(CardinalityGuard.class);
    private static final int MOST_METERS = 5_000;

    private final CardinalityProperties properties;
    private final Map<String, Map<String, LabelValues>> meters = new ConcurrentHashMap<>();
    private final Queue<LabelValues> capped = new ConcurrentLinkedQueue<>();
    private volatile @Nullable MeterRegistry registry;

    CardinalityGuard(CardinalityProperties properties) {
        this.properties = properties;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String name = id.getName();
        Map<String, LabelValues> labels = meters.get(name);
        if (labels == null) {
            if (meters.size() >= MOST_METERS || name.equals(TelemetryMeters.LABELS_CAPPED.getName())) {
                return id;
            }
            labels = meters.computeIfAbsent(name, n -> new ConcurrentHashMap<>());
        }
        for (Tag tag : id.getTagsAsIterable()) {
            if (!valuesOf(labels, name, tag.getKey()).knows(tag.getValue())) {
                return admit(id, labels);
            }
        }
        return id;
    }

    private Meter.Id admit(Meter.Id id, Map<String, LabelValues> labels) {
        List<Tag> tags = new ArrayList<>();
        boolean changed = false;
        for (Tag tag : id.getTagsAsIterable()) {
            String value = admit(valuesOf(labels, id.getName(), tag.getKey()), tag.getValue());
            changed |= !value.equals(tag.getValue());
            tags.add(Tag.of(tag.getKey(), value));
        }
        return changed ? id.replaceTags(tags) : id;
    }

    private String admit(LabelValues values, String value) {
        if (values.knows(value)) {
            return value;
        }
        if (!Redaction.redact(value).equals(value)) {
            return REDACTED;
        }
        if (values.admit(value)) {
            return value;
        }
        if (values.cap()) {
            announce(values);
        }
        return OTHER;
    }

    private void announce(LabelValues values) {
        log.atWarn()
                .addKeyValue("event", "telemetry.cardinality.capped")
                .addKeyValue("meter", values.meter())
                .addKeyValue("label", values.label())
                .log("A label has as many values as it may; further ones are counted as other");
        capped.add(values);
        MeterRegistry target = registry;
        if (target != null) {
            register(values, target);
        }
    }

    @Override
    public void bindTo(MeterRegistry target) {
        registry = target;
        capped.forEach(values -> register(values, target));
    }

    private static void register(LabelValues values, MeterRegistry target) {
        FunctionCounter.builder(TelemetryMeters.LABELS_CAPPED.getName(), values, LabelValues::capped)
                .description(TelemetryMeters.LABELS_CAPPED.description())
                .baseUnit(TelemetryMeters.LABELS_CAPPED.getBaseUnit())
                .tag(TelemetryMeters.Keys.METER.asString(), values.meter())
                .tag(TelemetryMeters.Keys.LABEL.asString(), values.label())
                .register(target);
    }

    private LabelValues valuesOf(Map<String, LabelValues> labels, String meter, String label) {
        LabelValues values = labels.get(label);
        return values != null
                ? values
                : labels.computeIfAbsent(label, key -> new LabelValues(meter, key, properties.maxValuesOf(key)));
    }
}
