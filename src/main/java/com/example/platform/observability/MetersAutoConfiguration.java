package com.example.platform.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.tracing.Tracer;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Meters that stay bounded and tell of their own health. */
@AutoConfiguration(before = MetricsAutoConfiguration.class)
@EnableConfigurationProperties(CardinalityProperties.class)
class MetersAutoConfiguration {

    /** Last of the filters, so that it sees the common tags too. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CardinalityGuard cardinalityGuard(CardinalityProperties properties) {
        return new CardinalityGuard(properties);
    }

    @Bean
    static ObservationTimersInPlace observationTimersInPlace(
            ObjectProvider<MeterRegistry> meters, ObjectProvider<Tracer> tracer) {
        return new ObservationTimersInPlace(meters, tracer);
    }

    /** Its own label would hide that of the application, which every series has. */
    @Bean
    @Order(-1)
    MeterFilter runtimeVersion() {
        return MeterFilter.renameTag("jvm.info", "version", "runtime.version");
    }

    @Bean
    MeterBinder droppedLogLines() {
        return counter(TelemetryMeters.LOG_LINES_DROPPED, DroppedLogLines::count);
    }

    @Bean
    MeterBinder instrumentationFailures() {
        return counter(TelemetryMeters.FAILURES, Instrumentation::failures);
    }

    private MeterBinder counter(TelemetryMeters meter, LongSupplier count) {
        return registry -> FunctionCounter.builder(meter.getName(), this, any -> count.getAsLong())
                .description(meter.description())
                .baseUnit(meter.getBaseUnit())
                .register(registry);
    }
}
