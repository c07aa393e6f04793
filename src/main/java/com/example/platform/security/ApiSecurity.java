package com.example.platform.security;

import com.example.platform.web.ProblemWriter;
import com.example.platform.web.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What the filter chains have in common: no state, no browser, bearer tokens, problems in place of pages. */
public class ApiSecurity {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final ProblemWriter problems;
    private final SecurityEvents events;
    private final JwtAuthenticationConverter authorities;
    private final PseudonymFilter pseudonyms;

    ApiSecurity(
            ProblemWriter problems,
            SecurityEvents events,
            JwtAuthenticationConverter authorities,
            PseudonymFilter pseudonyms) {
        this.problems = problems;
        this.events = events;
        this.authorities = authorities;
        this.pseudonyms = pseudonyms;
    }

    HttpSecurity hardened(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ApiSecurity::headers);
    }

    HttpSecurity withTokens(HttpSecurity http) {
        Unauthenticated unauthenticated = new Unauthenticated(problems, events);
        Forbidden forbidden = new Forbidden(problems, events);
        return hardened(http)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authorities))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .addFilterAfter(pseudonyms, BearerTokenAuthenticationFilter.class);
    }

    /** Callers that are known otherwise than by a token have their pseudonym on lines and spans too. */
    public HttpSecurity withPseudonyms(HttpSecurity http) {
        return http.addFilterBefore(pseudonyms, AuthorizationFilter.class);
    }

    HttpSecurity withSecret(HttpSecurity http, SecretEndpoint endpoint) {
        Unauthenticated unauthenticated = new Unauthenticated(problems, events);
        SharedSecret secret = SharedSecret.read(endpoint.secretFile());
        return hardened(http)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated))
                .addFilterBefore(
                        new SecretFilter(secret, endpoint.caller(), unauthenticated), AuthorizationFilter.class);
    }

    /** What GET may do HEAD may too, and OPTIONS tells no more than the documentation. */
    static RequestMatcher[] matchers(List<PublicEndpoint> endpoints) {
        return endpoints.stream().flatMap(ApiSecurity::matchers).toArray(RequestMatcher[]::new);
    }

    private static Stream<RequestMatcher> matchers(PublicEndpoint endpoint) {
        Stream<HttpMethod> methods = endpoint.method() == HttpMethod.GET
                ? Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                : Stream.of(endpoint.method(), HttpMethod.OPTIONS);
        return methods.map(method -> PATHS.matcher(method, endpoint.pattern()));
    }

    static RequestMatcher path(SecretEndpoint endpoint) {
        return PATHS.matcher(endpoint.method(), endpoint.pattern());
    }

    static RequestMatcher path(String pattern) {
        return PATHS.matcher(pattern);
    }

    static RequestMatcher errorDispatch() {
        return request -> request.getDispatcherType() == DispatcherType.ERROR;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(SecurityHeaders.CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                // TLS ends in front of the service, which sees plain requests
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
    }
}
