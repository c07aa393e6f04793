package com.example.platform.observability;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Keeps a ratio of traces by their id, so that every process with the same ratio keeps the same ones. In a type of its
 * own, as the SDK warns at each start of its ratio sampler under a remote parent; not to trust that parent is the point.
 */
record OwnRatio(Sampler ratio) implements Sampler {

    OwnRatio(double probability) {
        this(Sampler.traceIdRatioBased(probability));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return ratio.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return ratio.getDescription();
    }
}
