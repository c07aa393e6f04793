package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeClosedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceInLogTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ANOTHER_TRACE = "1bf7651916cd43dd8448eb211c80319c";

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void saysWhatMicrometersListenerSaysWheneverAScopeOpensAndAfterItCloses() {
        assertThat(told(new TraceInLog()))
                .startsWith(ids(TRACE, "00f067aa0ba902b7"), ids(TRACE, "11f067aa0ba902b7"))
                .endsWith(Map.of("kept", "by others"))
                .isEqualTo(told(new Slf4JEventListener()));
    }

    /** The context of logging after each step. */
    private static List<Map<String, String>> told(EventListener listener) {
        Context outer = with(TRACE, "00f067aa0ba902b7");
        Context inner = with(TRACE, "11f067aa0ba902b7");
        Context elsewhere = with(ANOTHER_TRACE, "22f067aa0ba902b7");
        MDC.clear();
        MDC.put("kept", "by others");
        List<Map<String, String>> told = new ArrayList<>();
        for (Context opened : List.of(outer, inner, elsewhere)) {
            listener.onEvent(new ScopeAttachedEvent(opened));
            told.add(MDC.getCopyOfContextMap());
        }
        for (Context restored : List.of(inner, outer, Context.root())) {
            listener.onEvent(new ScopeClosedEvent());
            listener.onEvent(new ScopeRestoredEvent(restored));
            told.add(MDC.getCopyOfContextMap());
        }
        return told;
    }

    private static Context with(String trace, String span) {
        return Context.root()
                .with(Span.wrap(SpanContext.create(trace, span, TraceFlags.getSampled(), TraceState.getDefault())));
    }

    private static Map<String, String> ids(String trace, String span) {
        return Map.of("kept", "by others", "traceId", trace, "spanId", span);
    }
}
