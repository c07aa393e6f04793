package com.example.ops.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.RestClient;

/** The login of the demo, whose issuer has no pages. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoLoginConfiguration {

    @Bean
    LoginWay demoLogin(
            RestClient.Builder http,
            PageSettings settings,
            JwtDecoder tokens,
            JwtAuthenticationConverter authorities,
            AuthenticationFailureHandler loginFailures) {
        TokenLogin login = new TokenLogin(http.build(), settings.login().tokenUrl(), tokens, authorities);
        return new DemoLogin(login, loginFailures);
    }
}
