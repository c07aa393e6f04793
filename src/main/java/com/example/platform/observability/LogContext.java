package com.example.platform.observability;

import java.util.List;
import org.slf4j.MDC;

/** What the platform itself puts into the MDC; the trace and span ids come and go with their spans. */
final class LogContext {

    private static final List<LogFields> KEYS =
            List.of(LogFields.REQUEST_ID, LogFields.USER, LogFields.ENDPOINT, LogFields.METHOD, LogFields.SYNTHETIC);

    private LogContext() {}

    static void clear() {
        for (LogFields field : KEYS) {
            MDC.remove(field.contextKey());
        }
    }

    static String[] keys() {
        return KEYS.stream().map(LogFields::contextKey).toArray(String[]::new);
    }
}
