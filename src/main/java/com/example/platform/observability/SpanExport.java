package com.example.platform.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the export of spans fares: counted for meters, and told once when it starts to fail and once when it is back. */
final class SpanExport implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(SpanExport.class);

    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final AtomicBoolean failing = new AtomicBoolean();

    void succeeded(int spans) {
        succeeded.add(spans);
        if (failing.get() && failing.compareAndSet(true, false)) {
            log.atInfo().addKeyValue("event", "telemetry.export.recovered").log("Spans are exported again");
        }
    }

    void failed(int spans) {
        failed.add(spans);
        if (failing.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("event", "telemetry.export.failing")
                    .log("Spans cannot be exported and are lost until the collector answers");
        }
    }

    void dropped(long spans) {
        dropped.add(spans);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        register(registry, TelemetryMeters.SPANS_EXPORTED, succeeded, "success");
        register(registry, TelemetryMeters.SPANS_EXPORTED, failed, "failure");
        counter(TelemetryMeters.SPANS_DROPPED, dropped).register(registry);
    }

    private static void register(MeterRegistry registry, TelemetryMeters meter, LongAdder count, String outcome) {
        counter(meter, count)
                .tag(TelemetryMeters.Keys.OUTCOME.asString(), outcome)
                .register(registry);
    }

    private static FunctionCounter.Builder<LongAdder> counter(TelemetryMeters meter, LongAdder count) {
        return FunctionCounter.builder(meter.getName(), count, LongAdder::sum)
                .description(meter.description())
                .baseUnit(meter.getBaseUnit());
    }
}
