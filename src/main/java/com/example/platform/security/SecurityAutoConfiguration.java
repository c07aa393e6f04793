package com.example.platform.security;

import com.example.platform.web.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Filter chains: for the actuator, for programs with a shared secret, for the API, and one that closes the rest. */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class
        },
        afterName = {
            "com.example.platform.web.WebAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnSecurity
@EnableConfigurationProperties({SecuritySettings.class, DeploymentSettings.class})
@EnableMethodSecurity
class SecurityAutoConfiguration {

    private static final String[] OPERATIONS_OPEN = {"health", "prometheus"};

    private static final List<PublicEndpoint> ALWAYS_OPEN = Stream.of(
                    "/livez", "/readyz", "/v3/api-docs", "/v3/api-docs.yaml")
            .map(path -> new PublicEndpoint(HttpMethod.GET, path))
            .toList();

    @Bean
    static MethodSecurityScope methodSecurityScope() {
        return new MethodSecurityScope();
    }

    @Bean
    SecurityEvents securityEvents(MeterRegistry registry) {
        return new SecurityEvents(registry);
    }

    /** Observations of filters, logins and decisions are off; made all the same, each call would carry ten that do nothing. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    JwtAuthenticationConverter tokenAuthorities() {
        JwtAuthenticationConverter authorities = new JwtAuthenticationConverter();
        authorities.setJwtGrantedAuthoritiesConverter(new RoleAuthorities());
        return authorities;
    }

    @Bean
    ApiSecurity apiSecurity(
            ProblemWriter problems,
            SecurityEvents events,
            JwtAuthenticationConverter authorities,
            Pseudonyms pseudonyms,
            ObjectProvider<ActiveUsers> users) {
        ActiveUsers active = users.getIfAvailable();
        Consumer<String> seen = active == null ? pseudonym -> {} : active::seen;
        return new ApiSecurity(problems, events, authorities, new PseudonymFilter(pseudonyms, seen));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain actuatorChain(HttpSecurity http, ApiSecurity security) {
        return security.withTokens(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(calls -> calls.requestMatchers(EndpointRequest.to(OPERATIONS_OPEN))
                        .permitAll()
                        .anyRequest()
                        .hasRole("OPERATOR"))
                .build();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    @ConditionalOnBean(SecretEndpoint.class)
    SecurityFilterChain secretChain(HttpSecurity http, ApiSecurity security, SecretEndpoint endpoint) {
        return security.withSecret(http, endpoint)
                .securityMatcher(ApiSecurity.path(endpoint))
                .authorizeHttpRequests(calls -> calls.requestMatchers(ApiSecurity.errorDispatch())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiSecurity security,
            ObjectProvider<PublicEndpoint> declared,
            ObjectProvider<RoleEndpoint> restricted) {
        RequestMatcher[] open = ApiSecurity.matchers(
                Stream.concat(ALWAYS_OPEN.stream(), declared.stream()).toList());
        return security.withTokens(http)
                .securityMatcher(new OrRequestMatcher(ApiSecurity.path("/api/**"), new OrRequestMatcher(open)))
                .authorizeHttpRequests(calls -> {
                    calls.requestMatchers(ApiSecurity.errorDispatch()).permitAll();
                    calls.requestMatchers(open).permitAll();
                    restricted
                            .orderedStream()
                            .forEach(some -> calls.requestMatchers(ApiSecurity.path(some.pattern()))
                                    .hasRole(some.role()));
                    calls.anyRequest().authenticated();
                })
                .build();
    }

    /** What nobody opened does not exist: 404, not 401. An application may put chains of its own before this last one. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain closedChain(HttpSecurity http, ApiSecurity security, ProblemWriter problems) {
        return security.hardened(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers(ApiSecurity.errorDispatch())
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, unknown) -> problems.write(response, HttpStatus.NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, denied) -> problems.write(response, HttpStatus.NOT_FOUND)))
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return new RejectedRequests(problems);
    }
}
