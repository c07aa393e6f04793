package com.example.ops.page;

import com.example.ops.OpsSettings;
import com.example.platform.security.Pseudonyms;
import com.example.platform.security.SecurityEvents;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.RestClient;

/** The login with an identity provider; without one set, only calls with tokens come in. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderLoginConfiguration {

    private static final String CALLBACK = "/login/oauth2/code/{registrationId}";

    /** Asked when the first person comes, since the provider may start later. */
    @Bean
    ClientRegistrationRepository loginProviders(OAuth2ClientProperties settings, OpsSettings ops) {
        settings.getRegistration().forEach(ProviderLoginConfiguration::check);
        String page = ops.page().url().toString();
        return new SupplierClientRegistrationRepository(() -> registrations(settings, page));
    }

    @Bean
    LoginWay providerLogin(
            OAuth2ClientProperties settings,
            ClientRegistrationRepository clients,
            RestClient.Builder http,
            JwtDecoder tokens,
            JwtAuthenticationConverter authorities,
            SecurityEvents events,
            Pseudonyms pseudonyms,
            AuthenticationFailureHandler loginFailures) {
        OperatorTokens operators = new OperatorTokens(tokens, authorities, events, pseudonyms);
        return new ProviderLogin(settings, clients, codes(http), operators, loginFailures);
    }

    private static void check(String id, OAuth2ClientProperties.Registration client) {
        if (client.getScope() == null || !client.getScope().contains(OidcScopes.OPENID)) {
            throw new IllegalStateException("spring.security.oauth2.client.registration." + id
                    + ".scope must contain openid: the login is bound to its answer by the ID token");
        }
    }

    /** The address to come back to is the one that people know: what this process sees may lie behind a proxy. */
    private static InMemoryClientRegistrationRepository registrations(OAuth2ClientProperties settings, String page) {
        Map<String, ClientRegistration> clients = new OAuth2ClientPropertiesMapper(settings).asClientRegistrations();
        List<ClientRegistration> known = clients.values().stream()
                .map(client -> ClientRegistration.withClientRegistration(client)
                        .redirectUri(page + CALLBACK)
                        .build())
                .toList();
        return new InMemoryClientRegistrationRepository(known);
    }

    /** The client that Spring Security would make, with the time-outs of all calls here. */
    private static RestClientAuthorizationCodeTokenResponseClient codes(RestClient.Builder http) {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http.configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
