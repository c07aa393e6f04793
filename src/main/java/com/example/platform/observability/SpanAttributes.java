package com.example.platform.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Set;

/**
 * Puts attributes on a span by keys made once. An error leaves its class there and nothing else: its message can hold
 * anything.
 */
final class SpanAttributes {

    static final AttributeKey<String> ERROR_TYPE = text(SpanKeys.ERROR_TYPE);

    private static final AttributeKey<String> EXCEPTION_TYPE = text(SpanKeys.EXCEPTION_TYPE);

    private SpanAttributes() {}

    static AttributeKey<String> text(SpanKeys key) {
        return AttributeKey.stringKey(key.asString());
    }

    static AttributeKey<Long> number(SpanKeys key) {
        return AttributeKey.longKey(key.asString());
    }

    static io.opentelemetry.api.trace.Span of(Span span) {
        return OtelSpan.toOtel(span);
    }

    static void error(Span span, Throwable error) {
        error(of(span), error);
    }

    static void error(io.opentelemetry.api.trace.Span span, Throwable error) {
        String type = error.getClass().getName();
        span.setStatus(StatusCode.ERROR)
                .setAttribute(ERROR_TYPE, type)
                .addEvent("exception", Attributes.of(EXCEPTION_TYPE, type));
    }

    static void failedWith(io.opentelemetry.api.trace.Span span, int status, Observation.Context context) {
        span.setStatus(StatusCode.ERROR);
        if (context.getError() == null) {
            span.setAttribute(ERROR_TYPE, Integer.toString(status));
        }
    }

    /** The key-values that others put on the observation, without those that only meters need. */
    static void others(io.opentelemetry.api.trace.Span span, Observation.Context context, Set<String> onlyForMeters) {
        for (KeyValue keyValue : context.getLowCardinalityKeyValues()) {
            if (!onlyForMeters.contains(keyValue.getKey())) {
                put(span, keyValue.getKey(), keyValue.getValue());
            }
        }
        for (KeyValue keyValue : context.getHighCardinalityKeyValues()) {
            if (!onlyForMeters.contains(keyValue.getKey())) {
                put(span, keyValue.getKey(), keyValue.getValue());
            }
        }
    }

    /** An amount or a count as a number, so that a search of traces can compare it. */
    private static void put(io.opentelemetry.api.trace.Span span, String key, String value) {
        if (!key.endsWith(".amount") && !key.endsWith(".count")) {
            span.setAttribute(key, value);
            return;
        }
        try {
            span.setAttribute(key, Double.parseDouble(value));
        } catch (NumberFormatException noNumber) {
            span.setAttribute(key, value);
        }
    }
}
