package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import java.util.ArrayList;
import java.util.List;

/** An observation handler whose failures stay with it: neither the work observed nor the other handlers notice. */
final class GuardedHandler implements ObservationHandler<Observation.Context> {

    private final ObservationHandler<Observation.Context> handler;
    private final List<GuardedHandler> first;

    /** For the contexts that none of the first handlers supports. */
    @SuppressWarnings("unchecked")
    private GuardedHandler(ObservationHandler<?> handler, List<GuardedHandler> first) {
        // called with contexts alone that it says it supports
        this.handler = (ObservationHandler<Observation.Context>) handler;
        this.first = first;
    }

    /**
     * In place of this handler. Of a composite that asks its handlers at each step which of them is the first to support the
     * context, its handlers, so that an observation has found the right one when it begins.
     */
    static List<GuardedHandler> of(ObservationHandler<?> handler) {
        if (!(handler instanceof FirstMatchingCompositeObservationHandler composite)) {
            return List.of(new GuardedHandler(handler, List.of()));
        }
        List<GuardedHandler> guarded = new ArrayList<>();
        for (ObservationHandler<?> one : composite.getHandlers()) {
            guarded.add(new GuardedHandler(one, List.copyOf(guarded)));
        }
        return guarded;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        for (GuardedHandler other : first) {
            if (other.supports(context)) {
                return false;
            }
        }
        return supports(context);
    }

    private boolean supports(Observation.Context context) {
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
