package com.example.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.function.SingletonSupplier;

/** SQL statements are observed; where none shall be, nothing stands in between either. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(DelegatingDataSource.class)
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(
        prefix = "management.observations.enable",
        name = StatementSignals.NAME,
        havingValue = "true",
        matchIfMissing = true)
class StatementsAutoConfiguration {

    @Bean
    static ObservedDataSources observedDataSources(
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Tracer> spans) {
        return new ObservedDataSources(
                SingletonSupplier.of(observations::getObject),
                SingletonSupplier.of(() -> new StatementSignals(
                        meters.getIfAvailable(SimpleMeterRegistry::new),
                        spans.getIfAvailable(() -> TracerProvider.noop().get(StatementSignals.NAME)))));
    }
}
