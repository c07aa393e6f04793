package com.example.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/** A span as it may leave the process: its texts redacted, exceptions reduced to their class. */
final class RedactedSpan extends DelegatingSpanData {

    private static final Set<String> FORBIDDEN = Set.of("exception.message", "exception.stacktrace");

    private static final String STATEMENT = SpanKeys.DB_QUERY_TEXT.asString();

    private final String name;
    private final Attributes attributes;
    private final List<EventData> events;
    private final StatusData status;

    private RedactedSpan(SpanData span) {
        super(span);
        this.name = Redaction.redact(span.getName());
        this.attributes = redact(span.getAttributes());
        this.events = span.getEvents().stream().map(RedactedSpan::redact).toList();
        this.status = StatusData.create(span.getStatus().getStatusCode(), "");
    }

    /** The very same span when there is nothing to take out, which is nearly always. */
    static SpanData of(SpanData span) {
        boolean clean = isClean(span.getName())
                && span.getStatus().getDescription().isEmpty()
                && isClean(span.getAttributes())
                && isClean(span.getEvents());
        return clean ? span : new RedactedSpan(span);
    }

    private static boolean isClean(List<EventData> events) {
        for (EventData event : events) {
            if (!isClean(event.getName()) || !isClean(event.getAttributes())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClean(String text) {
        return Redaction.redact(text).equals(text);
    }

    private static boolean isClean(Attributes attributes) {
        boolean[] clean = {true};
        attributes.forEach((key, value) -> clean[0] &= isClean(key, value));
        return clean[0];
    }

    private static boolean isClean(AttributeKey<?> key, Object value) {
        return !FORBIDDEN.contains(key.getKey())
                && switch (key.getType()) {
                    case STRING -> isClean(key.getKey(), (String) value);
                    case STRING_ARRAY -> ((List<?>) value).stream().allMatch(text -> isClean((String) text));
                    default -> true;
                };
    }

    private static boolean isClean(String key, String text) {
        return STATEMENT.equals(key) ? Redaction.redactRecurring(text).equals(text) : isClean(text);
    }

    private static EventData redact(EventData event) {
        return EventData.create(
                event.getEpochNanos(), Redaction.redact(event.getName()), redact(event.getAttributes()));
    }

    @SuppressWarnings("unchecked")
    private static Attributes redact(Attributes attributes) {
        AttributesBuilder builder = Attributes.builder();
        attributes.forEach((key, value) -> {
            if (isClean(key, value)) {
                builder.put((AttributeKey<Object>) key, value);
            } else if (!FORBIDDEN.contains(key.getKey()) && key.getType() == AttributeType.STRING) {
                builder.put((AttributeKey<String>) key, Redaction.redact((String) value));
            }
        });
        return builder.build();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public StatusData getStatus() {
        return status;
    }
}
