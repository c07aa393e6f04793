package com.example.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that sends the shared secret as its bearer token, and nobody else. */
class SecretFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SharedSecret secret;
    private final String caller;
    private final AuthenticationEntryPoint unauthenticated;

    SecretFilter(SharedSecret secret, String caller, AuthenticationEntryPoint unauthenticated) {
        this.secret = secret;
        this.caller = caller;
        this.unauthenticated = unauthenticated;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            unauthenticated.commence(request, response, new InsufficientAuthenticationException("No secret"));
        } else if (!secret.is(header.substring(BEARER.length()).strip())) {
            unauthenticated.commence(
                    request,
                    response,
                    new InvalidBearerTokenException(
                            "Wrong secret", new RejectedTokenException(TokenRejection.WRONG_SECRET)));
        } else {
            List<SimpleGrantedAuthority> roles =
                    List.of(new SimpleGrantedAuthority("ROLE_" + caller.toUpperCase(Locale.ROOT)));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, roles));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }
}
