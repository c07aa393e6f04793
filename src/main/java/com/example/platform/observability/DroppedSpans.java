package com.example.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Listens to what the span processor says of itself and hears one thing: how many spans its full queue dropped. The
 * SDK's own meters stay out of the scrape, which has one library of meters and not two.
 */
final class DroppedSpans implements MeterProvider {

    private static final String COUNTER = "processedSpans";
    private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");

    private final LongConsumer listener;

    DroppedSpans(LongConsumer listener) {
        this.listener = listener;
    }

    @Override
    public MeterBuilder meterBuilder(String scope) {
        return new MeterBuilder() {
            @Override
            public MeterBuilder setSchemaUrl(String schemaUrl) {
                return this;
            }

            @Override
            public MeterBuilder setInstrumentationVersion(String version) {
                return this;
            }

            @Override
            public Meter build() {
                return new ListeningMeter(MeterProvider.noop().get(scope));
            }
        };
    }

    private final class ListeningMeter implements Meter {

        private final Meter noop;

        ListeningMeter(Meter noop) {
            this.noop = noop;
        }

        @Override
        public LongCounterBuilder counterBuilder(String name) {
            LongCounterBuilder builder = noop.counterBuilder(name);
            return name.equals(COUNTER) ? new ListeningCounterBuilder(builder) : builder;
        }

        @Override
        public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
            return noop.upDownCounterBuilder(name);
        }

        @Override
        public DoubleHistogramBuilder histogramBuilder(String name) {
            return noop.histogramBuilder(name);
        }

        @Override
        public DoubleGaugeBuilder gaugeBuilder(String name) {
            return noop.gaugeBuilder(name);
        }
    }

    private final class ListeningCounterBuilder implements LongCounterBuilder {

        private final LongCounterBuilder noop;

        ListeningCounterBuilder(LongCounterBuilder noop) {
            this.noop = noop;
        }

        @Override
        public LongCounterBuilder setDescription(String description) {
            return this;
        }

        @Override
        public LongCounterBuilder setUnit(String unit) {
            return this;
        }

        @Override
        public DoubleCounterBuilder ofDoubles() {
            return noop.ofDoubles();
        }

        @Override
        public LongCounter build() {
            return new ListeningCounter();
        }

        @Override
        public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
            return noop.buildWithCallback(callback);
        }
    }

    private final class ListeningCounter implements LongCounter {

        @Override
        public void add(long value) {}

        @Override
        public void add(long value, Attributes attributes) {
            if (Boolean.TRUE.equals(attributes.get(DROPPED))) {
                listener.accept(value);
            }
        }

        @Override
        public void add(long value, Attributes attributes, Context context) {
            add(value, attributes);
        }
    }
}
