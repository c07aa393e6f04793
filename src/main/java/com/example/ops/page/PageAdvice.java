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
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** What every page knows, and the pages for what is not there. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

    private static final Logger log = LoggerFactory.getLogger(PageAdvice.class);

    @ModelAttribute("known")
    boolean known(@Nullable Principal person) {
        return person != null;
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(@Nullable Principal person) {
        return new ModelAndView("missing", Map.of("known", person != null), HttpStatus.NOT_FOUND);
    }

    /** Retried by the person; what else goes wrong is a problem as everywhere. */
    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView away(Exception failure, HttpServletRequest request) {
        request.setAttribute(WebUtils.ERROR_EXCEPTION_ATTRIBUTE, failure);
        log.atError()
                .addKeyValue("event", "request.failed")
                .addKeyValue("status", HttpStatus.SERVICE_UNAVAILABLE.value())
                .setCause(failure)
                .log("Request failed");
        boolean known = request.getUserPrincipal() != null;
        return new ModelAndView("away", Map.of("known", known), HttpStatus.SERVICE_UNAVAILABLE);
    }
}
