package com.example.platform.security;

import io.micrometer.common.KeyValue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Puts the pseudonym of the caller on the log lines and the server span of the rest of the request. */
class PseudonymFilter extends OncePerRequestFilter {

    private static final String USER = "user";

    private final Pseudonyms pseudonyms;
    private final Consumer<String> seen;

    PseudonymFilter(Pseudonyms pseudonyms, Consumer<String> seen) {
        this.pseudonyms = pseudonyms;
        this.seen = seen;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        String pseudonym = pseudonyms.of(caller.getName());
        seen.accept(pseudonym);
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(
                        span -> span.addHighCardinalityKeyValue(KeyValue.of(UserKeys.PSEUDONYM.asString(), pseudonym)));
        MDC.put(USER, pseudonym);
        try {
            chain.doFilter(request, response);
        } finally {
            // the log context of a request, where there is one, has a last line to write and clears itself
            if (MDC.get("request_id") == null) {
                MDC.remove(USER);
            }
        }
    }
}
