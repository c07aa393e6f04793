package com.example.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Takes the place of Tomcat's own error page for requests so malformed that no application saw them. */
class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code);
        ProblemKind kind = ProblemKind.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json(kind, code).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // the caller has hung up, or the response was already begun
            container.getLogger().debug("Error response not written", gone);
        }
    }

    private static String json(ProblemKind kind, int code) {
        return "{\"type\":\"urn:problem:%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(kind.slug(), code, kind.detail());
    }
}
