package com.example.platform.observability;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;

/**
 * The meters of a connection pool, whose failures stay with them: the pool calls them between taking a connection and
 * handing it out, and what they throw there would cost the connection too.
 */
final class GuardedPoolMeters implements IMetricsTracker {

    private static final IMetricsTracker NONE = new IMetricsTracker() {};

    private final IMetricsTracker meters;

    private GuardedPoolMeters(IMetricsTracker meters) {
        this.meters = meters;
    }

    /** The meters that the factory makes; none where it fails. */
    static IMetricsTracker of(MetricsTrackerFactory factory, String pool, PoolStats state) {
        try {
            return new GuardedPoolMeters(factory.create(pool, state));
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
            return NONE;
        }
    }

    @Override
    public void recordConnectionCreatedMillis(long millis) {
        Instrumentation.run(() -> meters.recordConnectionCreatedMillis(millis));
    }

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
        Instrumentation.run(() -> meters.recordConnectionAcquiredNanos(nanos));
    }

    @Override
    public void recordConnectionUsageMillis(long millis) {
        Instrumentation.run(() -> meters.recordConnectionUsageMillis(millis));
    }

    @Override
    public void recordConnectionTimeout() {
        Instrumentation.run(meters::recordConnectionTimeout);
    }

    @Override
    public void close() {
        Instrumentation.run(meters::close);
    }
}
