package com.example.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Keeps a few connections for the jobs: what waits for its settlement is settled also while customers queue for theirs. */
class JobConnections implements BeanPostProcessor, PriorityOrdered, DisposableBean {

    static final String THREADS = "jobs-";

    private static final int NUMBER = 2;

    private @Nullable HikariDataSource jobs;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new ByThread(pool, reserve(pool)) : bean;
    }

    /** Before those that observe the connections, which then see both. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void destroy() {
        if (jobs != null) {
            jobs.close();
        }
    }

    private HikariDataSource reserve(HikariDataSource pool) {
        HikariConfig settings = new HikariConfig();
        pool.copyStateTo(settings);
        settings.setPoolName(pool.getPoolName() + "-jobs");
        settings.setMaximumPoolSize(NUMBER);
        settings.setMinimumIdle(NUMBER);
        // lazily, like the other
        settings.setInitializationFailTimeout(-1);
        HikariDataSource reserved = new HikariDataSource(settings);
        jobs = reserved;
        return reserved;
    }

    private static final class ByThread extends DelegatingDataSource {

        private final DataSource jobs;

        ByThread(DataSource customers, DataSource jobs) {
            super(customers);
            this.jobs = jobs;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return Thread.currentThread().getName().startsWith(THREADS) ? jobs.getConnection() : super.getConnection();
        }
    }
}
