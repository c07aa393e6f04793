package com.example.platform.observability;

import io.micrometer.observation.ObservationConvention;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Guards the conventions among the beans; they are handed to what is instrumented and pass no registry. */
final class GuardedConventions implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ObservationConvention<?> convention ? GuardedConvention.of(convention) : bean;
    }
}
