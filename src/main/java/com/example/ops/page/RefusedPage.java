package com.example.ops.page;

import com.example.platform.security.SecurityEvents;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers 403 with a page that says which of the two reasons it has, and counts the call. */
class RefusedPage implements AccessDeniedHandler {

    private final PageViews views;
    private final SecurityEvents events;

    RefusedPage(PageViews views, SecurityEvents events) {
        this.views = views;
        this.events = events;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        boolean stale = refusal instanceof CsrfException;
        events.accessRefused(stale ? "form" : "operator");
        boolean known = request.getUserPrincipal() != null;
        views.write(request, response, HttpStatus.FORBIDDEN, "refused", Map.of("stale", stale, "known", known));
    }
}
