package com.example.platform.security;

import com.example.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers 403 and counts under which policy: the first role that the rule in code names. */
class Forbidden implements AccessDeniedHandler {

    /** In {@code hasRole('SUPPORT')} as well as in {@code [ROLE_SUPPORT]}. */
    private static final Pattern ROLE = Pattern.compile("(?:ROLE_|Role\\('|AnyRole\\(')([A-Z_]+)");

    private final ProblemWriter problems;
    private final SecurityEvents events;

    Forbidden(ProblemWriter problems, SecurityEvents events) {
        this.problems = problems;
        this.events = events;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        events.accessRefused(policy(refusal));
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        problems.write(response, HttpStatus.FORBIDDEN);
    }

    private static String policy(AccessDeniedException refusal) {
        if (refusal instanceof AuthorizationDeniedException denied) {
            Matcher role = ROLE.matcher(String.valueOf(denied.getAuthorizationResult()));
            if (role.find()) {
                return role.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return "other";
    }
}
