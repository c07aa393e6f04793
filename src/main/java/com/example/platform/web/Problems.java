package com.example.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes RFC 9457 problems with a stable {@code type} and the trace id of the current request. Thread-safe. */
public final class Problems {

    private Problems() {}

    /** A problem of the type {@code urn:problem:<type>}; the detail is shown to the caller, so it names nothing internal. */
    public static ProblemDetail of(HttpStatusCode status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        return problem;
    }

    /** A 400 for one field, named by us, with a reason from a closed set. */
    public static ResponseEntity<ProblemDetail> invalid(String field, String reason) {
        return response(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid.");
    }

    /** The same as a response. */
    public static ResponseEntity<ProblemDetail> response(HttpStatusCode status, String type, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(status, type, detail));
    }
}
