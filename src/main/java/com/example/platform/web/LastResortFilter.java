package com.example.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers and logs what a filter throws, while the trace of the request is still current: the container would log it
 * after the observation ended, without a trace id.
 */
class LastResortFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LastResortFilter.class);

    private final ProblemWriter problems;

    LastResortFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            HttpStatusCode status =
                    failure instanceof ErrorResponse told ? told.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
            if (status.is5xxServerError()) {
                report(request, failure, status);
            }
            problems.write(response, ProblemKind.of(status));
        }
    }

    private static void report(HttpServletRequest request, Exception failure, HttpStatusCode status) {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
        log.atError()
                .addKeyValue("event", "request.failed")
                .addKeyValue("status", status.value())
                .setCause(failure)
                .log("Request failed");
    }
}
