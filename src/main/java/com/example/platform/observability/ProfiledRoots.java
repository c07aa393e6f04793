package com.example.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Joins profiles and traces: samples are marked with the span that this process began a trace with, and that span gets
 * the attribute by which its profile is found. Only that one: inner spans are shorter than the pause between samples.
 */
final class ProfiledRoots implements SpanProcessor {

    static final AttributeKey<String> PROFILE = AttributeKey.stringKey("pyroscope.profile.id");

    private final SampleMarks marks;

    ProfiledRoots(SampleMarks marks) {
        this.marks = marks;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (isRoot(span)) {
            SpanContext context = span.getSpanContext();
            span.setAttribute(PROFILE, context.getSpanId());
            Instrumentation.run(() -> marks.enter(context.getTraceId(), context.getSpanId()));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (isRoot(span)) {
            Instrumentation.run(marks::leave);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode shutdown() {
        Instrumentation.run(marks::stop);
        return CompletableResultCode.ofSuccess();
    }

    private static boolean isRoot(ReadableSpan span) {
        SpanContext parent = span.getParentSpanContext();
        return !parent.isValid() || parent.isRemote();
    }
}
