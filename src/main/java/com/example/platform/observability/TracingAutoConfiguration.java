package com.example.platform.observability;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Spans with OpenTelemetry's attributes from Micrometer's observations. */
@AutoConfiguration(
        after = OpenTelemetryTracingAutoConfiguration.class,
        before = MicrometerTracingAutoConfiguration.class)
@ConditionalOnClass(OtelTracer.class)
@ConditionalOnBean({Tracer.class, Propagator.class})
class TracingAutoConfiguration {

    @Bean
    @Order(MicrometerTracingAutoConfiguration.DEFAULT_TRACING_OBSERVATION_HANDLER_ORDER)
    DefaultTracingObservationHandler internalSpanHandler(Tracer tracer) {
        return new InternalSpanHandler(tracer);
    }

    @Bean
    @Order(MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER)
    PropagatingSenderTracingObservationHandler<?> senderSpanHandler(Tracer tracer, Propagator propagator) {
        return new SenderSpanHandler(tracer, propagator);
    }

    @Bean
    @Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
    PropagatingReceiverTracingObservationHandler<?> receiverSpanHandler(Tracer tracer, Propagator propagator) {
        return new ReceiverSpanHandler(tracer, propagator);
    }
}
