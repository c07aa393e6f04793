package com.example.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Puts {@link ObservationTimers} where Boot has Micrometer's handler, which no condition keeps away. */
final class ObservationTimersInPlace implements BeanPostProcessor {

    private final ObjectProvider<MeterRegistry> meters;
    private final ObjectProvider<Tracer> tracer;

    ObservationTimersInPlace(ObjectProvider<MeterRegistry> meters, ObjectProvider<Tracer> tracer) {
        this.meters = meters;
        this.tracer = tracer;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        MeterRegistry registry = bean.getClass() == DefaultMeterObservationHandler.class ? meters.getIfUnique() : null;
        return registry == null
                ? bean
                : new ObservationTimers(registry, SingletonSupplier.ofNullable(tracer::getIfAvailable));
    }
}
