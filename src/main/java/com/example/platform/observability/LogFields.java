package com.example.platform.observability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a log line that every application has, in the order of the line; an event's own fields follow them. */
enum LogFields implements LogFieldDocumentation {
    TIMESTAMP("when, UTC, ISO-8601 with fractions of a second", Kind.LINE),
    LEVEL("DEBUG detail, INFO business event, WARN someone should look, ERROR a function failed", Kind.LINE),
    LOGGER("who wrote it", Kind.LINE),
    THREAD("the thread it was written on", Kind.LINE),
    MESSAGE("what happened, a constant", Kind.LINE),
    SERVICE("spring.application.name", Kind.LINE),
    ENVIRONMENT("platform.environment", Kind.LINE),
    VERSION("spring.application.version", Kind.LINE),
    INSTANCE("platform.instance, the host name unless set", Kind.LINE),
    TRACE_ID("32 hexadecimal digits, within a trace", "traceId"),
    SPAN_ID("16 hexadecimal digits, within a span", "spanId"),
    REQUEST_ID("a UUID: X-Request-Id if it was one, else made", Kind.CONTEXT),
    USER("pseudonym of the authenticated subject", Kind.CONTEXT),
    ENDPOINT("the matched route template, never the path", Kind.CONTEXT),
    METHOD("the HTTP method, UNKNOWN for one that HTTP does not know", Kind.CONTEXT),
    SYNTHETIC("true for a request of a synthetic caller", Kind.CONTEXT),
    LOG_TYPE("application, security or audit", Kind.LINE),
    ERROR_TYPE("class of the exception", Kind.ERROR),
    ERROR_MESSAGE("its message, redacted, up to 1,000 characters", Kind.ERROR),
    STACK_TRACE("root cause first, redacted, up to 8,192 characters", Kind.ERROR),
    EVENT("what kind of event it is, lower-case with dots", Kind.EVENT),
    STATUS("HTTP status, a number", Kind.EVENT),
    DURATION_MS("how long it took in milliseconds, a number", Kind.EVENT);

    private enum Kind {
        LINE,
        CONTEXT,
        ERROR,
        EVENT
    }

    private static final Map<String, LogFields> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(LogFields::key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);
    private final String meaning;
    private final Kind kind;
    private final String contextKey;

    LogFields(String meaning, Kind kind) {
        this.meaning = meaning;
        this.kind = kind;
        this.contextKey = key;
    }

    LogFields(String meaning, String contextKey) {
        this.meaning = meaning;
        this.kind = Kind.CONTEXT;
        this.contextKey = contextKey;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** The key in the MDC that this field is read from, when it is one of the context. */
    String contextKey() {
        return contextKey;
    }

    static List<LogFields> fromContext() {
        return Arrays.stream(values()).filter(f -> f.kind == Kind.CONTEXT).toList();
    }

    /** Whether an event's own field of this name would be a second one on its line. */
    static boolean isTaken(String key, boolean hasError) {
        @Nullable LogFields field = BY_KEY.get(key);
        if (field == null) {
            return false;
        }
        return field.kind == Kind.LINE || field == TRACE_ID || field == SPAN_ID || field.kind == Kind.ERROR && hasError;
    }
}
