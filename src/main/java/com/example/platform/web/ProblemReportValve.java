package com.example.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Takes the place of Tomcat's own error page for requests so malformed that no application saw them. */
class ProblemReportValve extends ErrorReportValve {

    /**
     * What Tomcat says of an expectation, a coding or a version of HTTP that it does not know: the caller's mistake, and
     * one for all operations.
     */
    private static final Set<Integer> PROTOCOL = Set.of(417, 501, 505);

    static void install(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve()));
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = PROTOCOL.contains(response.getStatus()) ? 400 : response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code);
        ProblemKind kind = ProblemKind.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        try {
            response.setStatus(code);
            SecurityHeaders.addTo(response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(json(kind, code, Untraced.idOf(response, code)).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // the caller has hung up, or the response was already begun
            container.getLogger().debug("Error response not written", gone);
        }
    }

    private static String json(ProblemKind kind, int code, String traceId) {
        return "{\"type\":\"urn:problem:%s\",\"status\":%d,\"detail\":\"%s\",\"%s\":\"%s\"}"
                .formatted(kind.slug(), code, kind.detail(), Problems.TRACE_ID, traceId);
    }
}
