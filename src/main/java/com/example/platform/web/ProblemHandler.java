package com.example.platform.web;

import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.WebUtils;

/** Turns whatever leaves a controller into a problem that says nothing internal, and logs what is our fault. */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** Left to the security chain, which knows whether the caller is unknown or refused. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class,
        // a commit or a rollback that did not get through
        TransactionSystemException.class
    })
    @Nullable
    ResponseEntity<Object> databaseUnavailable(Exception failure, WebRequest request) {
        return handleExceptionInternal(failure, null, new HttpHeaders(), ProblemKind.UNAVAILABLE.status(), request);
    }

    /** A query that Tomcat cannot decode or the firewall rejects, told when a controller asks for a parameter. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    @Nullable
    ResponseEntity<Object> unreadableQuery(RuntimeException failure, WebRequest request) {
        return handleExceptionInternal(
                failure, null, new HttpHeaders(), ProblemKind.MALFORMED_REQUEST.status(), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> anythingElse(Exception failure, WebRequest request) {
        return handleExceptionInternal(failure, null, new HttpHeaders(), ProblemKind.INTERNAL.status(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            report(failure, status, request);
        }
        if (isCommitted(request)) {
            return null;
        }
        HttpHeaders answered = HttpHeaders.copyOf(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status.value() == 503 && !answered.containsHeader(HttpHeaders.RETRY_AFTER)) {
            answered.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return new ResponseEntity<>(problem(failure, status), answered, status);
    }

    private static ProblemDetail problem(Exception failure, HttpStatusCode status) {
        if (failure instanceof ErrorResponse own && isOurs(own.getBody())) {
            return Problems.traced(own.getBody());
        }
        List<FieldProblem> errors = errors(failure);
        ProblemKind kind = ProblemKind.of(status);
        if (status.value() == 400 && !errors.isEmpty()) {
            kind = ProblemKind.INVALID_REQUEST;
        } else if (failure instanceof HttpMessageNotReadableException) {
            kind = ProblemKind.MALFORMED_BODY;
        }
        return Problems.of(kind, errors);
    }

    private static boolean isOurs(ProblemDetail problem) {
        return problem.getType() != null && "urn".equals(problem.getType().getScheme());
    }

    private static List<FieldProblem> errors(Exception failure) {
        return switch (failure) {
            case MethodArgumentNotValidException invalid -> FieldProblems.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> FieldProblems.ofCall(invalid);
            case MethodValidationException invalid -> FieldProblems.ofCall(invalid);
            case MissingServletRequestParameterException missing -> required(missing.getParameterName());
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            case MethodArgumentTypeMismatchException mismatch -> mistyped(mismatch.getName());
            case TypeMismatchException mismatch -> mistyped(mismatch.getPropertyName());
            default -> failure.getCause() == null ? List.of() : FieldProblems.ofJson(failure.getCause());
        };
    }

    private static List<FieldProblem> required(String name) {
        return List.of(FieldProblems.of(name, FieldReason.REQUIRED));
    }

    private static List<FieldProblem> mistyped(@Nullable String name) {
        return List.of(FieldProblems.of(Objects.requireNonNullElse(name, "parameter"), FieldReason.TYPE));
    }

    /** The attribute is where the observation of the request looks for its error. */
    private static void report(Exception failure, HttpStatusCode status, WebRequest request) {
        request.setAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE, failure, WebRequest.SCOPE_REQUEST);
        log.atError()
                .addKeyValue("event", "request.failed")
                .addKeyValue("status", status.value())
                .setCause(failure)
                .log("Request failed");
    }

    private static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted();
    }
}
