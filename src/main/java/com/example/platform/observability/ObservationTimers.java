package com.example.platform.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The timer of each observation, by its name, its low-cardinality keys and {@code error}, and the counter of each of its
 * events, as Micrometer's own handler makes them. What is different is the price: a timer is found again without its id
 * being built, the span is current only for one whose histogram can hold an exemplar, and there is no second timer of
 * what is under way. Thread-safe.
 */
final class ObservationTimers implements ObservationHandler<Observation.Context> {

    /** What is beyond is looked up each time; labels are bounded much sooner. */
    private static final int MOST = 5_000;

    private final MeterRegistry registry;
    private final Supplier<@Nullable Tracer> tracer;
    private final Map<Key, Timed> known = new ConcurrentHashMap<>();

    ObservationTimers(MeterRegistry registry, Supplier<@Nullable Tracer> tracer) {
        this.registry = registry;
        this.tracer = tracer;
        // one that was removed is registered anew by its next observation
        registry.config().onMeterRemoved(meter -> known.clear());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onStart(Observation.Context context) {
        context.put(Timer.Sample.class, Timer.start(registry));
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        Counter.builder(context.getName() + "." + event.getName())
                .tags(tags(context.getLowCardinalityKeyValues()))
                .register(registry)
                .increment();
    }

    @Override
    public void onStop(Observation.Context context) {
        Timer.Sample sample = context.getRequired(Timer.Sample.class);
        Timed timed = timed(context);
        Span span = timed.hasHistogram() ? spanOf(context) : null;
        Tracer spans = span == null ? null : tracer.get();
        if (span == null || spans == null) {
            sample.stop(timed.timer());
            return;
        }
        try (CurrentTraceContext.Scope exemplar = spans.currentTraceContext().maybeScope(span.context())) {
            sample.stop(timed.timer());
        }
    }

    private static @Nullable Span spanOf(Observation.Context context) {
        TracingContext traced = context.get(TracingContext.class);
        return traced == null ? null : traced.getSpan();
    }

    private Timed timed(Observation.Context context) {
        Throwable error = context.getError();
        Key key = new Key(
                String.valueOf(context.getName()),
                context.getLowCardinalityKeyValues(),
                error == null ? KeyValue.NONE_VALUE : error.getClass().getSimpleName());
        Timed timed = known.get(key);
        return timed == null ? lookUp(key) : timed;
    }

    private Timed lookUp(Key key) {
        List<Tag> tags = tags(key.labels());
        tags.add(Tag.of("error", key.error()));
        Timer timer = registry.timer(key.name(), tags);
        Timed timed = new Timed(timer, timer.takeSnapshot().histogramCounts().length > 0);
        // values that were collapsed have no end, and take no place here
        if (known.size() < MOST && tags.stream().allMatch(tag -> keeps(timer, tag))) {
            known.put(key, timed);
        }
        return timed;
    }

    private static boolean keeps(Timer timer, Tag tag) {
        return tag.getValue().equals(timer.getId().getTag(tag.getKey()));
    }

    private static List<Tag> tags(KeyValues labels) {
        List<Tag> tags = new ArrayList<>();
        for (KeyValue label : labels) {
            tags.add(Tag.of(label.getKey(), label.getValue()));
        }
        return tags;
    }

    private record Key(String name, KeyValues labels, String error) {}

    private record Timed(Timer timer, boolean hasHistogram) {}
}
