package com.example.shop.testing;

import com.example.testing.EachBatch;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** One of each thing that telemetry lets an application add, each of which can be broken. */
@TestConfiguration(proxyBeanMethods = false)
public class BrokenTelemetryConfiguration {

    @Bean
    ObservationHandler<Observation.Context> brokenHandler() {
        return new BrokenHandler();
    }

    @Bean
    @Primary
    ServerRequestObservationConvention brokenConvention() {
        return new BrokenConvention();
    }

    @Bean
    GlobalObservationConvention<Observation.Context> brokenGlobalConvention() {
        return context -> {
            BrokenPart.GLOBAL_CONVENTION.strike();
            return false;
        };
    }

    @Bean
    ObservationPredicate brokenPredicate() {
        return (name, context) -> {
            BrokenPart.PREDICATE.strike();
            return true;
        };
    }

    @Bean
    ObservationFilter brokenObservationFilter() {
        return context -> {
            BrokenPart.FILTER_OF_OBSERVATIONS.strike();
            return context;
        };
    }

    @Bean
    MeterRegistry brokenMeters() {
        return new BrokenMeters();
    }

    @Bean
    MeterFilter brokenMeterFilter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                BrokenPart.FILTER_OF_METERS.strike();
                return id;
            }
        };
    }

    @Bean
    SpanProcessor brokenSpanProcessor() {
        return new BrokenProcessor();
    }

    @Bean
    SpanExporter brokenSpanExporter() {
        return new EachBatch(spans -> BrokenPart.SPAN_EXPORT.strike());
    }

    private static final class BrokenHandler implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            BrokenPart.HANDLER_SUPPORTS.strike();
            return true;
        }

        @Override
        public void onStart(Observation.Context context) {
            BrokenPart.HANDLER_START.strike();
        }

        @Override
        public void onStop(Observation.Context context) {
            BrokenPart.HANDLER_STOP.strike();
        }

        @Override
        public void onError(Observation.Context context) {
            BrokenPart.HANDLER_ERROR.strike();
        }

        @Override
        public void onScopeOpened(Observation.Context context) {
            BrokenPart.HANDLER_SCOPE_OPENED.strike();
        }

        @Override
        public void onScopeClosed(Observation.Context context) {
            BrokenPart.HANDLER_SCOPE_CLOSED.strike();
        }
    }

    private static final class BrokenConvention extends DefaultServerRequestObservationConvention {

        @Override
        public boolean supportsContext(Observation.Context context) {
            BrokenPart.CONVENTION.strike();
            return super.supportsContext(context);
        }

        @Override
        public String getName() {
            BrokenPart.CONVENTION.strike();
            return super.getName();
        }

        @Override
        public io.micrometer.common.KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
            BrokenPart.CONVENTION.strike();
            return super.getLowCardinalityKeyValues(context);
        }

        @Override
        public String getContextualName(ServerRequestObservationContext context) {
            BrokenPart.CONVENTION.strike();
            return super.getContextualName(context);
        }
    }

    private static final class BrokenProcessor implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            BrokenPart.SPAN_START.strike();
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            BrokenPart.SPAN_END.strike();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
