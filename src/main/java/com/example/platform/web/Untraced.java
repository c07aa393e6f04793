package com.example.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Finds the trace id of a call whose trace is closed, or makes an id of that form for one that never had any. */
final class Untraced {

    private static final Logger log = LoggerFactory.getLogger(Untraced.class);

    private Untraced() {}

    /** What is made up stands on the one line that tells of the call. */
    static String idOf(HttpServletResponse response, int status) {
        @Nullable String traced = response.getHeader("traceresponse");
        if (traced != null) {
            return traced.split("-")[1];
        }
        String made = UUID.randomUUID().toString().replace("-", "");
        try (var line = MDC.putCloseable("traceId", made)) {
            log.atInfo()
                    .addKeyValue("event", "http.request.refused")
                    .addKeyValue("status", status)
                    .log("Request refused before any filter");
        }
        return made;
    }
}
