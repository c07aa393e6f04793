package com.example.platform.web;

import java.net.URI;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes RFC 9457 problems with a stable {@code type} and the trace id of the current request. Thread-safe. */
public final class Problems {

    private static final String TRACE_ID = "trace_id";

    private Problems() {}

    /** A problem of the type {@code urn:problem:<type>}; the detail is shown to the caller, so it names nothing internal. */
    public static ProblemDetail of(HttpStatusCode status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        return traced(problem);
    }

    /** The same as a response. */
    public static ResponseEntity<ProblemDetail> response(HttpStatusCode status, String type, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(status, type, detail));
    }

    static ResponseEntity<ProblemDetail> response(ProblemKind kind) {
        return response(kind.status(), kind.slug(), kind.detail());
    }

    static ProblemDetail of(ProblemKind kind) {
        return of(kind.status(), kind.slug(), kind.detail());
    }

    static ProblemDetail of(ProblemKind kind, List<FieldProblem> errors) {
        ProblemDetail problem = of(kind);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    static ProblemDetail traced(ProblemDetail problem) {
        String traceId = MDC.get("traceId");
        boolean missing =
                problem.getProperties() == null || !problem.getProperties().containsKey(TRACE_ID);
        if (traceId != null && missing) {
            problem.setProperty(TRACE_ID, traceId);
        }
        return problem;
    }
}
