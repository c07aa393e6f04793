package com.example.platform.audit;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of the audit trail. */
public enum AuditMeters implements DescribedMeter {
    EVENTS("audit.events", "Events that the audit trail has kept, by action");

    private final String meterName;
    private final String description;

    AuditMeters(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.COUNTER;
    }

    @Override
    public KeyName[] getKeyNames() {
        return Key.values();
    }

    @Override
    public String description() {
        return description;
    }

    Counter counter(MeterRegistry registry, String action) {
        return Counter.builder(meterName)
                .description(description)
                .tag(Key.ACTION.asString(), action)
                .register(registry);
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
