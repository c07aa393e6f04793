package com.example.platform.observability;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The meters by which telemetry tells of its own health. */
public enum TelemetryMeters implements DescribedMeter {
    LOG_LINES_DROPPED("telemetry.log.lines.dropped", "lines", "Log lines dropped because the writer could not keep up"),
    LABELS_CAPPED(
            "telemetry.cardinality.capped",
            "values",
            "Label values replaced because the label had as many as it may",
            Keys.METER,
            Keys.LABEL),
    SPANS_EXPORTED("telemetry.spans.exported", "spans", "Spans handed to the exporter, by outcome", Keys.OUTCOME),
    SPANS_DROPPED("telemetry.spans.dropped", "spans", "Spans dropped because the export queue was full");

    private final String meterName;
    private final String unit;
    private final String description;
    private final KeyName[] keys;

    TelemetryMeters(String meterName, String unit, String description, KeyName... keys) {
        this.meterName = meterName;
        this.unit = unit;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    @Override
    public String description() {
        return description;
    }

    enum Keys implements DescribedKey {
        METER("meter", "name of the meter"),
        LABEL("label", "the label that ran away"),
        OUTCOME("outcome", "whether the collector took them", "failure", "success");

        private final String key;
        private final String meaning;
        private final List<String> closedValues;

        Keys(String key, String meaning, String... closedValues) {
            this.key = key;
            this.meaning = meaning;
            this.closedValues = List.of(closedValues);
        }

        @Override
        public String asString() {
            return key;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public List<String> closedValues() {
            return closedValues;
        }
    }
}
