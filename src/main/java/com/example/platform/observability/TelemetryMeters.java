package com.example.platform.observability;

import java.util.List;

/** The meters by which telemetry tells of its own health. */
enum TelemetryMeters implements DescribedMeter {
    LOG_LINES_DROPPED(MeterDescription.counter(
            "telemetry.log.lines.dropped",
            "lines",
            "Log lines lost because the writer could not keep up or could not write")),
    FAILURES(MeterDescription.counter(
            "telemetry.failures", "failures", "Calls of instrumentation that failed; what they looked at went on")),
    LABELS_CAPPED(MeterDescription.counter(
            "telemetry.cardinality.capped",
            "values",
            "Label values replaced because the label had as many as it may",
            Keys.METER,
            Keys.LABEL)),
    SPANS_EXPORTED(MeterDescription.counter(
            "telemetry.spans.exported", "spans", "Spans handed to the exporter, by outcome", Keys.OUTCOME)),
    SPANS_DROPPED(MeterDescription.counter(
            "telemetry.spans.dropped", "spans", "Spans dropped because the export queue was full"));

    private final MeterDescription meter;

    TelemetryMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
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
