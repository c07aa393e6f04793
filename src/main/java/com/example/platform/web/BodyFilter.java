package com.example.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
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
            return;
        }
        try (BodyIntake.Taken taken = intake.take(request)) {
            HttpServletRequest received = taken.refusal() == null ? received(request, taken.body()) : null;
            if (received == null) {
                refuse(response, taken.refusal() == null ? ProblemKind.MALFORMED_REQUEST : taken.refusal());
            } else {
                chain.doFilter(received, response);
            }
        }
    }

    /** Nothing for a form that is none. */
    private static @Nullable HttpServletRequest received(HttpServletRequest request, byte[] body) {
        try {
            return isForm(request) ? new ReceivedForm(request, body) : new ReceivedRequest(request, body);
        } catch (InvalidParameterException unreadable) {
            return null;
        }
    }

    private void refuse(HttpServletResponse response, ProblemKind kind) throws IOException {
        if (kind.status().is5xxServerError()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        problems.write(response, kind);
    }

    private static boolean isForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && isForm(request.getContentType());
    }

    private static boolean isForm(@Nullable String type) {
        try {
            return type != null
                    && MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }
}
