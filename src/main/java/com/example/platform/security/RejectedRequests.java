package com.example.platform.security;

import com.example.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers what the firewall rejects: 405 for a method that nothing here knows, 400 for a path that hides another. */
class RejectedRequests implements RequestRejectedHandler {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final ProblemWriter problems;

    RejectedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        if (METHODS.contains(request.getMethod())) {
            problems.write(response, HttpStatus.BAD_REQUEST);
        } else {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS, POST");
            problems.write(response, HttpStatus.METHOD_NOT_ALLOWED);
        }
    }
}
