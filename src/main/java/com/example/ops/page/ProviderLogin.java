package com.example.ops.page;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Outside the demo: the identity provider's own pages, by the authorization code flow. */
class ProviderLogin implements LoginWay {

    private final OAuth2ClientProperties settings;
    private final ClientRegistrationRepository clients;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
    private final OperatorTokens operators;
    private final AuthenticationFailureHandler failures;

    ProviderLogin(
            OAuth2ClientProperties settings,
            ClientRegistrationRepository clients,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            OperatorTokens operators,
            AuthenticationFailureHandler failures) {
        this.settings = settings;
        this.clients = clients;
        this.codes = codes;
        this.operators = operators;
        this.failures = failures;
    }

    @Override
    public boolean hasForm() {
        return false;
    }

    @Override
    public Map<String, String> providers() {
        Map<String, String> links = new TreeMap<>();
        settings.getRegistration()
                .forEach((id, client) -> links.put(
                        "/oauth2/authorization/" + id, client.getClientName() == null ? id : client.getClientName()));
        return links;
    }

    @Override
    public HttpSecurity on(HttpSecurity http) {
        if (settings.getRegistration().isEmpty()) {
            return http;
        }
        return http.oauth2Login(this::login);
    }

    private void login(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new ForgottenTokens())
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(codes))
                .userInfoEndpoint(people -> people.oidcUserService(operators))
                .failureHandler(failures)
                .withObjectPostProcessor(new FailuresOfStart());
    }

    /** A provider that is away is found out before the person is sent there, and would be an error of ours. */
    private class FailuresOfStart implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(failures);
            return filter;
        }
    }
}
