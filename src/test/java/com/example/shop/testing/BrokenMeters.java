package com.example.shop.testing;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.cumulative.CumulativeDistributionSummary;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;

/** A second registry beside the real one, whose meters throw while they are broken. */
class BrokenMeters extends SimpleMeterRegistry {

    BrokenMeters() {
        super(SimpleConfig.DEFAULT, Clock.SYSTEM);
    }

    @Override
    protected Counter newCounter(Meter.Id id) {
        BrokenPart.METER_REGISTRATION.strike();
        return new CumulativeCounter(id) {
            @Override
            public void increment(double amount) {
                BrokenPart.METER.strike();
                super.increment(amount);
            }
        };
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig histogram, PauseDetector pauses) {
        BrokenPart.METER_REGISTRATION.strike();
        return new CumulativeTimer(id, clock, histogram, pauses, getBaseTimeUnit()) {
            @Override
            protected void recordNonNegative(long amount, TimeUnit unit) {
                BrokenPart.METER.strike();
                super.recordNonNegative(amount, unit);
            }
        };
    }

    @Override
    protected DistributionSummary newDistributionSummary(
            Meter.Id id, DistributionStatisticConfig histogram, double scale) {
        BrokenPart.METER_REGISTRATION.strike();
        return new CumulativeDistributionSummary(id, clock, histogram, scale) {
            @Override
            protected void recordNonNegative(double amount) {
                BrokenPart.METER.strike();
                super.recordNonNegative(amount);
            }
        };
    }
}
