package com.example.platform.observability;

import io.micrometer.observation.ObservationRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** SQL statements are observed; where none shall be, nothing stands in between either. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(DelegatingDataSource.class)
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(
        prefix = "management.observations.enable",
        name = StatementContext.NAME,
        havingValue = "true",
        matchIfMissing = true)
class StatementsAutoConfiguration {

    @Bean
    static ObservedDataSources observedDataSources(ObjectProvider<ObservationRegistry> observations) {
        return new ObservedDataSources(observations);
    }
}
