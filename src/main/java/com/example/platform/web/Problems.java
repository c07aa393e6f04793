package com.example.platform.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes RFC 9457 problems with a stable {@code type} and the trace id of the current request. Thread-safe. */
public final class Problems {

    static final String TRACE_ID = "trace_id";

    private Problems() {}

    /** A problem of the type {@code urn:problem:<type>}; the detail is shown to the caller, so it names nothing internal. */
    public static ProblemDetail of(HttpStatusCode status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        return traced(problem);
    }

    /** A 400 for one field, which our own documentation names; the value it had is left out. */
    public static ResponseEntity<ProblemDetail> invalid(String field, FieldReason reason) {
        return ResponseEntity.status(ProblemKind.INVALID_REQUEST.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(ProblemKind.INVALID_REQUEST, List.of(FieldProblems.of(field, reason))));
    }

    /** A 503 that says when to come back. */
    public static ResponseEntity<ProblemDetail> unavailable(String type, String detail, Duration retryAfter) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())))
                .body(of(HttpStatus.SERVICE_UNAVAILABLE, type, detail));
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
