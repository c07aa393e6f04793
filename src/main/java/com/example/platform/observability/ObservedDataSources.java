package com.example.platform.observability;

import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;

/** Observes the statements of all data sources among the beans. */
final class ObservedDataSources implements BeanPostProcessor, Ordered {

    private final Supplier<ObservationRegistry> observations;

    ObservedDataSources(ObjectProvider<ObservationRegistry> observations) {
        this.observations = SingletonSupplier.of(observations::getObject);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof ObservedDataSource)
                ? new ObservedDataSource(source, observations)
                : bean;
    }

    /** Around what others make of a data source. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
