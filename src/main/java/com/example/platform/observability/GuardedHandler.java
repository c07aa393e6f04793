package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/** An observation handler whose failures stay with it: neither the work observed nor the other handlers notice. */
final class GuardedHandler implements ObservationHandler<Observation.Context> {

    private final ObservationHandler<Observation.Context> handler;

    @SuppressWarnings("unchecked")
    GuardedHandler(ObservationHandler<?> handler) {
        // called with contexts alone that it says it supports
        this.handler = (ObservationHandler<Observation.Context>) handler;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        try {
            return handler.supportsContext(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
            return false;
        }
    }

    @Override
    public void onStart(Observation.Context context) {
        try {
            handler.onStart(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onError(Observation.Context context) {
        try {
            handler.onError(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        try {
            handler.onEvent(event, context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        try {
            handler.onScopeOpened(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        try {
            handler.onScopeClosed(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onScopeReset(Observation.Context context) {
        try {
            handler.onScopeReset(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }

    @Override
    public void onStop(Observation.Context context) {
        try {
            handler.onStop(context);
        } catch (RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
        }
    }
}
