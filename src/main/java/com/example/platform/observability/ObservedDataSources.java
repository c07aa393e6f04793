package com.example.platform.observability;

import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/** Observes the statements of all data sources among the beans. */
final class ObservedDataSources implements BeanPostProcessor, Ordered {

    private final Supplier<ObservationRegistry> observations;
    private final Supplier<StatementSignals> signals;

    /** Both are asked for when the first statement is made: data sources are older than most beans. */
    ObservedDataSources(Supplier<ObservationRegistry> observations, Supplier<StatementSignals> signals) {
        this.observations = observations;
        this.signals = signals;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof ObservedDataSource)
                ? new ObservedDataSource(source, observations, signals)
                : bean;
    }

    /** Around what others make of a data source. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
