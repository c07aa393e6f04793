package com.example.ops.incidents;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;

/** The meters of incidents. The one read from the database is the same on every replica: read it with max, not sum. */
enum IncidentMeter implements DescribedMeter {
    RECEIVED(MeterDescription.counter(
            "alerts.received", "alerts", "Alerts in notifications, repeated ones as well", Label.STATUS)),
    OPENED(MeterDescription.counter("incidents.opened", "incidents", "Incidents opened", Label.SEV)),
    OPEN(MeterDescription.gauge("incidents.open", "incidents", "Incidents not resolved yet; read with max", Label.SEV)),
    ACKNOWLEDGE(MeterDescription.timer(
            "incidents.acknowledge", "From opening an incident to a person's first act; its mean is the MTTA")),
    MITIGATE(MeterDescription.timer("incidents.mitigate", "From opening an incident to when it was taken to be over")),
    RESOLVE(MeterDescription.timer("incidents.resolve", "From opening an incident to its end; its mean is the MTTR"));

    private final MeterDescription meter;

    IncidentMeter(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    enum Label implements DescribedKey {
        STATUS("status", "what the notification says of the alert", List.of("firing", "resolved")),
        SEV("sev", "how bad it is, 1 the worst; when it was opened, for the counter", List.of("1", "2", "3", "4"));

        private final String key;
        private final String meaning;
        private final List<String> closedValues;

        Label(String key, String meaning, List<String> closedValues) {
            this.key = key;
            this.meaning = meaning;
            this.closedValues = closedValues;
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
