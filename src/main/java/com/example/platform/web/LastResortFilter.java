package com.example.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponseException;
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
        } catch (ErrorResponseException refused) {
            problems.write(response, refused.getBody());
        } catch (RuntimeException | ServletException failure) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
            log.atError()
                    .addKeyValue("event", "request.failed")
                    .addKeyValue("http_status", 500)
                    .setCause(failure)
                    .log("Request failed");
            problems.write(response, ProblemKind.INTERNAL);
        }
    }
}
