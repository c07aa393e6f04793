package com.example.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The demo issuer, and the check of its tokens; exists in the profile {@code demo} alone. */
@AutoConfiguration(
        before = {SecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class},
        afterName = "com.example.platform.web.WebAutoConfiguration")
@ConditionalOnSecurity
@Profile("demo")
class DemoIssuerAutoConfiguration {

    @Bean
    RSAKey demoSigningKey(SecuritySettings settings) {
        return SigningKey.of(settings.signingKeyFile());
    }

    @Bean
    JwtDecoder tokenDecoder(RSAKey key, SecuritySettings settings, Clock clock) throws JOSEException {
        NimbusJwtDecoder signatures = Signatures.alone(NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build());
        TokenClaims claims =
                new TokenClaims(settings.issuer(), Set.of(settings.audience()), settings.clockSkew(), clock);
        return new TokenDecoder(signatures, claims);
    }

    @Bean
    @ConditionalOnBean(Credentials.class)
    LoginController loginController(
            RSAKey key,
            Credentials credentials,
            SecuritySettings settings,
            Pseudonyms pseudonyms,
            SecurityEvents events,
            Clock clock) {
        SecuritySettings.Login limits = settings.login();
        Throttle accounts = new Throttle(limits.accountFailures(), limits.window(), clock);
        Throttle addresses = new Throttle(limits.addressFailures(), limits.window(), clock);
        Logins logins = new Logins(credentials, accounts, addresses, pseudonyms, events);
        return new LoginController(logins, new DemoIssuer(key, settings, clock));
    }

    @Bean
    PublicEndpoint tokenEndpoint() {
        return new PublicEndpoint(HttpMethod.POST, "/api/auth/token");
    }
}
