package com.example.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the whole body in before a call gets one of the places for calls: who sends slowly holds up nobody else. Bodies
 * over the limit are refused, at once when their length is declared.
 */
class BodyFilter extends OncePerRequestFilter {

    private final BodyIntake intake;
    private final ProblemWriter problems;

    BodyFilter(BodyIntake intake, ProblemWriter problems) {
        this.intake = intake;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() == 0) {
            chain.doFilter(request, response);
        } else if (isForm(request)) {
            withForm(request, response, chain);
        } else {
            try (BodyIntake.Taken taken = intake.take(request)) {
                if (taken.refusal() == null) {
                    chain.doFilter(new ReceivedRequest(request, taken.body()), response);
                } else {
                    refuse(response, taken.refusal());
                }
            }
        }
    }

    /** The container reads a form by itself, once, when it is first asked for a parameter; it has its own limit. */
    private void withForm(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (intake.isTooLarge(request)) {
            refuse(response, ProblemKind.BODY_TOO_LARGE);
            return;
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            refuse(response, ProblemKind.MALFORMED_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse response, ProblemKind kind) throws IOException {
        if (kind.status().is5xxServerError()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        problems.write(response, kind);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
