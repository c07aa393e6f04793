package com.example.platform.security;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks the tokens of a real identity provider, named by {@code spring.security.oauth2.resourceserver.jwt}. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class, after = DemoIssuerAutoConfiguration.class)
@ConditionalOnSecurity
@Profile("!demo")
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class TokenAutoConfiguration {

    private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(OAuth2ResourceServerProperties provider, SecuritySettings settings, Clock clock) {
        OAuth2ResourceServerProperties.Jwt jwt = provider.getJwt();
        String issuer = Objects.requireNonNull(
                jwt.getIssuerUri(), () -> PREFIX + "issuer-uri must be set outside the profile demo");
        if (jwt.getAudiences().isEmpty()) {
            throw new IllegalStateException(PREFIX + "audiences must be set outside the profile demo");
        }
        TokenClaims claims = new TokenClaims(issuer, Set.copyOf(jwt.getAudiences()), settings.clockSkew(), clock);
        return new TokenDecoder(new SupplierJwtDecoder(() -> signatures(jwt, issuer)), claims);
    }

    /** Made at the first token, since the provider may start after the service. */
    private static JwtDecoder signatures(OAuth2ResourceServerProperties.Jwt jwt, String issuer) {
        NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder = jwt.getJwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer)
                : NimbusJwtDecoder.withJwkSetUri(jwt.getJwkSetUri());
        return Signatures.alone(builder.jwsAlgorithm(SignatureAlgorithm.RS256).build());
    }
}
