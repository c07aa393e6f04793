package com.example.platform.observability;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * One line for each finished request, on the logger {@code access}, and one for an exception that left every handler,
 * while its trace is still open: the container would log it after. Routes only, never a path or a query.
 */
final class AccessLog {

    private static final Logger access = LoggerFactory.getLogger("access");
    private static final Logger log = LoggerFactory.getLogger(AccessLog.class);

    private final ManagementPaths management;

    AccessLog(ManagementPaths management) {
        this.management = management;
    }

    void finished(
            HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure, long startedNanos) {
        if (failure != null) {
            failed(failure);
        }
        if (!access.isInfoEnabled() || management.matches(request)) {
            return;
        }
        int status = failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        String method = request.getMethod();
        access.atInfo()
                .addKeyValue(LogFields.EVENT.key(), "http.request")
                .addKeyValue(LogFields.ENDPOINT.key(), endpoint(request, status))
                .addKeyValue(LogFields.METHOD.key(), HttpMethods.label(method))
                .addKeyValue(LogFields.STATUS.key(), status)
                .addKeyValue(LogFields.DURATION_MS.key(), milliseconds(System.nanoTime() - startedNanos))
                .log("Request finished");
    }

    private static void failed(Throwable failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.atInfo()
                    .addKeyValue(LogFields.EVENT.key(), "http.client.disconnected")
                    .log("Client disconnected");
        } else {
            log.atError()
                    .addKeyValue(LogFields.EVENT.key(), "http.request.failed")
                    .setCause(failure)
                    .log("Request failed");
        }
    }

    /** The same words as the label {@code uri}, so that lines and meters join. */
    private static String endpoint(HttpServletRequest request, int status) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return "NOT_FOUND";
        }
        return status >= 300 && status < 400 ? "REDIRECTION" : "UNKNOWN";
    }

    private static double milliseconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos) / 1_000.0;
    }
}
