package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;

class SamplerTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void aStrangersFlagDoesNotDecide() {
        assertThat(decision(0.0, false, remote(TraceFlags.getSampled()))).isEqualTo(SamplingDecision.DROP);
        assertThat(decision(1.0, false, remote(TraceFlags.getDefault()))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    @Test
    void aTrustedStrangersFlagDecides() {
        assertThat(decision(0.0, true, remote(TraceFlags.getSampled()))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(1.0, true, remote(TraceFlags.getDefault()))).isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void aSpanOfOursFollowsItsParent() {
        SpanContext sampled = SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());
        SpanContext dropped = SpanContext.create(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault());

        assertThat(decision(0.0, false, sampled)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(1.0, false, dropped)).isEqualTo(SamplingDecision.DROP);
    }

    private static SpanContext remote(TraceFlags flags) {
        return SpanContext.createFromRemoteParent(TRACE, SPAN, flags, TraceState.getDefault());
    }

    private static SamplingDecision decision(double probability, boolean trust, SpanContext parent) {
        TracingProperties sampling = new TracingProperties();
        sampling.getSampling().setProbability((float) probability);
        return new SpanExportAutoConfiguration()
                .sampler(sampling, new TrustProperties(trust))
                .shouldSample(
                        Context.root().with(Span.wrap(parent)),
                        TRACE,
                        "any",
                        SpanKind.SERVER,
                        Attributes.empty(),
                        List.of())
                .getDecision();
    }
}
