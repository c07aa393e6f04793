package com.example.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problems that any call may meet, whatever the application does. */
enum ProblemKind {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "malformed-request", "The request is malformed."),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "malformed-body", "The body is not JSON of the documented shape."),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid-request", "Some fields are not valid."),
    INVALID_KEY(
            HttpStatus.BAD_REQUEST,
            "invalid-idempotency-key",
            "Idempotency-Key must be 1 to 255 visible ASCII characters."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid bearer token is needed."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "The token does not allow this call."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is nothing here."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The method is not supported here."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Only JSON is served."),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The body took too long to arrive."),
    CONFLICT(HttpStatus.CONFLICT, "conflict", "The call conflicts with the present state."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Only application/json is accepted."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "The same Idempotency-Key came with another content before."),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many calls; try again later."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "The call failed; quote the trace id when you report it."),
    STILL_RUNNING(
            HttpStatus.SERVICE_UNAVAILABLE, "still-running", "The first call with this key has not been answered yet."),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Too many calls at a time; try again later."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The service cannot answer now; try again later.");

    private final HttpStatus status;
    private final String slug;
    private final String detail;

    ProblemKind(HttpStatus status, String slug, String detail) {
        this.status = status;
        this.slug = slug;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String slug() {
        return slug;
    }

    String detail() {
        return detail;
    }

    /** The general problem of a status: its own when it has one, else that of its class. */
    static ProblemKind of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TOO_SLOW;
            case 409 -> CONFLICT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status.is5xxServerError() ? INTERNAL : MALFORMED_REQUEST;
        };
    }
}
