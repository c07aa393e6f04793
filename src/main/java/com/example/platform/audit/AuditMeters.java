package com.example.platform.audit;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;

/** The meters of the audit trail. */
enum AuditMeters implements DescribedMeter {
    EVENTS(MeterDescription.counter(
            "audit.events", "events", "Events that the audit trail has kept, by action", Key.ACTION));

    private final MeterDescription meter;

    AuditMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    enum Key implements DescribedKey {
        ACTION;

        @Override
        public String asString() {
            return "action";
        }

        @Override
        public String meaning() {
            return "what was done, a name in code such as logger.level.change";
        }
    }
}
