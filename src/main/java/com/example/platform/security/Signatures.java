package com.example.platform.security;

import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes a decoder check signatures and leave the claims to {@link TokenClaims}. */
final class Signatures {

    private Signatures() {}

    /** The issuer stays the text it is: by default each token is tried as a URL, and a name costs four exceptions. */
    static NimbusJwtDecoder alone(NimbusJwtDecoder decoder) {
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        decoder.setClaimSetConverter(MappedJwtClaimSetConverter.withDefaults(Map.of(
                JwtClaimNames.ISS,
                issuer -> Objects.requireNonNullElse(issuer, "").toString())));
        return decoder;
    }
}
