package com.example.platform.observability;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Meters of connection pools that cannot fail a caller. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnBean(DataSource.class)
class PoolMetersAutoConfiguration {

    /** Before Boot's own, which leaves a pool alone that is measured already. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MeterBinder guardedPoolMeters(ObjectProvider<DataSource> sources) {
        return registry -> {
            MicrometerMetricsTrackerFactory meters = new MicrometerMetricsTrackerFactory(registry);
            sources.stream(ObjectProvider.UNFILTERED, false).forEach(source -> {
                HikariDataSource pool =
                        DataSourceUnwrapper.unwrap(source, HikariConfigMXBean.class, HikariDataSource.class);
                if (pool != null && pool.getMetricsTrackerFactory() == null) {
                    pool.setMetricsTrackerFactory((name, state) -> GuardedPoolMeters.of(meters, name, state));
                }
            });
        };
    }
}
