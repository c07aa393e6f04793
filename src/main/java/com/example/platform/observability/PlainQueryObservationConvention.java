package com.example.platform.observability;

import io.micrometer.common.KeyValues;
import net.ttddyy.observation.tracing.QueryContext;
import net.ttddyy.observation.tracing.QueryObservationConvention;

/** The timer {@code jdbc.query} without labels: what a statement was is told by its span. */
final class PlainQueryObservationConvention implements QueryObservationConvention {

    @Override
    public KeyValues getLowCardinalityKeyValues(QueryContext context) {
        return KeyValues.empty();
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(QueryContext context) {
        return KeyValues.empty();
    }
}
