package com.example.ops.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** What every page knows, and the pages for what is not there or goes wrong. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

    private static final Logger log = LoggerFactory.getLogger(PageAdvice.class);

    @ModelAttribute("known")
    boolean known(@Nullable Principal person) {
        return person != null;
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request) {
        return new ModelAndView("missing", known(request), HttpStatus.NOT_FOUND);
    }

    /** Retried by the person. */
    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView away(Exception failure, HttpServletRequest request) {
        report(failure, HttpStatus.SERVICE_UNAVAILABLE, request);
        return new ModelAndView("away", known(request), HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Left to the security chain, which knows whether the caller is unknown or refused. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView anythingElse(Exception failure, HttpServletRequest request) {
        HttpStatusCode status =
                failure instanceof ErrorResponse told ? told.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            report(failure, status, request);
        }
        ModelAndView page = new ModelAndView("broken", known(request)).addObject("ours", status.is5xxServerError());
        page.setStatus(status);
        return page;
    }

    private static Map<String, Object> known(HttpServletRequest request) {
        return Map.of("known", request.getUserPrincipal() != null);
    }

    /** The attribute is where the observation of the request looks for its error. */
    private static void report(Exception failure, HttpStatusCode status, HttpServletRequest request) {
        request.setAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE, failure);
        log.atError()
                .addKeyValue("event", "request.failed")
                .addKeyValue("status", status.value())
                .setCause(failure)
                .log("Request failed");
    }
}
