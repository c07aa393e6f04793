package com.example.ops.page;

import com.example.platform.security.ApiSecurity;
import com.example.platform.security.SecurityEvents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.ViewResolver;

/** The filter chain of the pages: a session in place of tokens, and a browser that is trusted with little. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String[] OPEN = {"/login", "/runbooks", "/runbooks/*", "/style.css", "/icon.svg"};

    private static final String[] OPERATORS = {"/", "/incidents", "/incidents/**", "/logout", "/oauth2/**", "/login/**"
    };

    /** Nothing but our own style, our own icon and forms that come back here; no script at all. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ApiSecurity security,
            LoginWay way,
            SecurityEvents events,
            ViewResolver thymeleafViewResolver,
            PageSettings settings,
            Clock clock,
            Environment environment) {
        boolean secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, true);
        RefusedPage refused = new RefusedPage(new PageViews(thymeleafViewResolver), events);
        way.on(security.withPseudonyms(http)).securityMatcher(new OrRequestMatcher(anyOf(OPEN), anyOf(OPERATORS)));
        return http.authorizeHttpRequests(pages -> pages.requestMatchers(reads(OPEN))
                        .permitAll()
                        .anyRequest()
                        .hasRole("OPERATOR"))
                .csrf(csrf -> csrf(csrf, secure))
                .addFilterBefore(new SessionEnd(settings.login().longest(), clock), SecurityContextHolderFilter.class)
                .headers(PageSecurity::headers)
                .requestCache(cache -> cache.requestCache(new ReturnPath(cookie("ops-return", secure), secure)))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(failures -> failures.accessDeniedHandler(refused)
                        .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    /** In a cookie, since a session for everyone who comes by would fill the memory. */
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf, boolean secure) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookie("ops-form", secure));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        csrf.csrfTokenRepository(tokens);
    }

    private static String cookie(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                // TLS ends in front of the service, which sees plain requests
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    private static RequestMatcher reads(String... patterns) {
        RequestMatcher paths = anyOf(patterns);
        return request -> !HttpMethod.POST.matches(request.getMethod()) && paths.matches(request);
    }
}
