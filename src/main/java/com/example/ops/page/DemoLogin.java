package com.example.ops.page;

import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** In the demo: a form of our own, since there is no identity provider with pages. */
class DemoLogin implements LoginWay {

    private final TokenLogin login;
    private final AuthenticationFailureHandler failures;

    DemoLogin(TokenLogin login, AuthenticationFailureHandler failures) {
        this.login = login;
        this.failures = failures;
    }

    @Override
    public boolean hasForm() {
        return true;
    }

    @Override
    public Map<String, String> providers() {
        return Map.of();
    }

    @Override
    public HttpSecurity on(HttpSecurity http) {
        return http.authenticationProvider(login)
                .formLogin(form -> form.loginPage("/login").failureHandler(failures));
    }
}
