package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfiledRootsTests {

    private final List<String> marked = new ArrayList<>();

    private final SampleMarks marks = new SampleMarks() {

        @Override
        public void enter(String traceId, String spanId) {
            marked.add(traceId + " " + spanId);
        }

        @Override
        public void leave() {
            marked.add("left");
        }

        @Override
        public void stop() {
            marked.add("stopped");
        }
    };

    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(new ProfiledRoots(marks))
            .build();

    private final Tracer tracer = provider.get("test");

    @Test
    void theRootOfATraceIsMarkedAndCanBeFound() {
        Span root = tracer.spanBuilder("root").setNoParent().startSpan();
        root.end();

        SpanContext context = root.getSpanContext();
        assertThat(marked).containsExactly(context.getTraceId() + " " + context.getSpanId(), "left");
        assertThat(profileOf(root)).isEqualTo(context.getSpanId());
    }

    @Test
    void theFirstSpanOfATraceFromElsewhereIsMarked() {
        SpanContext remote = SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        Span first = tracer.spanBuilder("first")
                .setParent(Context.root().with(Span.wrap(remote)))
                .startSpan();

        assertThat(profileOf(first)).isEqualTo(first.getSpanContext().getSpanId());
    }

    @Test
    void anInnerSpanIsLeftAlone() {
        Span root = tracer.spanBuilder("root").setNoParent().startSpan();
        Span inner =
                tracer.spanBuilder("inner").setParent(Context.root().with(root)).startSpan();
        inner.end();

        assertThat(marked).hasSize(1);
        assertThat(profileOf(inner)).isNull();
    }

    @Test
    void theProfilerStopsWithTheTracing() {
        provider.close();

        assertThat(marked).containsExactly("stopped");
    }

    @Test
    void aProfilerThatFailsReachesNobody() {
        SampleMarks broken = new SampleMarks() {

            @Override
            public void enter(String traceId, String spanId) {
                throw new IllegalStateException("no profiler");
            }

            @Override
            public void leave() {
                throw new IllegalStateException("no profiler");
            }

            @Override
            public void stop() {
                throw new IllegalStateException("no profiler");
            }
        };
        try (SdkTracerProvider failing = SdkTracerProvider.builder()
                .addSpanProcessor(new ProfiledRoots(broken))
                .build()) {
            assertThatCode(() -> failing.get("test")
                            .spanBuilder("root")
                            .setNoParent()
                            .startSpan()
                            .end())
                    .doesNotThrowAnyException();
        }
    }

    private static String profileOf(Span span) {
        return ((ReadableSpan) span).getAttribute(ProfiledRoots.PROFILE);
    }
}
