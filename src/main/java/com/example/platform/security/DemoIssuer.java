package com.example.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs tokens that tell who by an opaque subject and nothing personal. Thread-safe. */
class DemoIssuer {

    private final NimbusJwtEncoder encoder;
    private final String keyId;
    private final SecuritySettings settings;
    private final Clock clock;

    DemoIssuer(RSAKey key, SecuritySettings settings, Clock clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        this.keyId = key.getKeyID();
        this.settings = settings;
        this.clock = clock;
    }

    IssuedToken issue(Credentials.Account account) {
        Instant now = clock.instant();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256)
                .keyId(keyId)
                .type("JWT")
                .build();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .audience(List.of(settings.audience()))
                .subject(account.subject())
                .issuedAt(now)
                .expiresAt(now.plus(settings.tokenLifetime()))
                .id(UUID.randomUUID().toString())
                .claim("roles", account.roles().stream().sorted().toList())
                .build();
        String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new IssuedToken(token, "Bearer", settings.tokenLifetime().toSeconds());
    }
}
