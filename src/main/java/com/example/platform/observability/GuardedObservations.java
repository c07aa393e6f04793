package com.example.platform.observability;

import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's registry, but what is registered in it cannot throw into the work observed: Micrometer calls handlers,
 * filters and predicates without a net. Thread-safe.
 */
final class GuardedObservations implements ObservationRegistry {

    /** Knows which observation is current. */
    private final ObservationRegistry scopes = ObservationRegistry.create();

    private final AtomicBoolean handled = new AtomicBoolean();
    private final ObservationConfig config = new GuardedConfig();

    @Override
    public @Nullable Observation getCurrentObservation() {
        return scopes.getCurrentObservation();
    }

    @Override
    public Observation.@Nullable Scope getCurrentObservationScope() {
        return scopes.getCurrentObservationScope();
    }

    @Override
    public void setCurrentObservationScope(Observation.@Nullable Scope current) {
        scopes.setCurrentObservationScope(current);
    }

    @Override
    public ObservationConfig observationConfig() {
        return config;
    }

    @Override
    public boolean isNoop() {
        return !handled.get();
    }

    private final class GuardedConfig extends ObservationConfig {

        @Override
        public ObservationConfig observationHandler(ObservationHandler<?> handler) {
            handled.set(true);
            GuardedHandler.of(handler).forEach(super::observationHandler);
            return this;
        }

        @Override
        public ObservationConfig observationConvention(GlobalObservationConvention<?> convention) {
            return super.observationConvention((GlobalObservationConvention<?>) GuardedConvention.of(convention));
        }

        /** What nobody can decide on is observed. */
        @Override
        public ObservationConfig observationPredicate(ObservationPredicate predicate) {
            return super.observationPredicate((name, context) -> {
                try {
                    return predicate.test(name, context);
                } catch (RuntimeException | LinkageError failure) {
                    Instrumentation.failed(failure);
                    return true;
                }
            });
        }

        @Override
        public ObservationConfig observationFilter(ObservationFilter filter) {
            return super.observationFilter(context -> {
                try {
                    return filter.map(context);
                } catch (RuntimeException | LinkageError failure) {
                    Instrumentation.failed(failure);
                    return context;
                }
            });
        }
    }
}
