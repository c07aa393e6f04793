package com.example.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Checks who issued a token, for whom, and for which time. Thread-safe. */
class TokenClaims {

    /** OpenID Connect allows no more; the rest is what a database would not take. */
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,255}");

    private final String issuer;
    private final Set<String> audiences;
    private final Duration skew;
    private final Clock clock;

    TokenClaims(String issuer, Set<String> audiences, Duration skew, Clock clock) {
        this.issuer = issuer;
        this.audiences = Set.copyOf(audiences);
        this.skew = skew;
        this.clock = clock;
    }

    /** Empty when nothing is wrong with the claims. */
    Optional<TokenRejection> rejectionOf(Jwt token) {
        if (!issuer.equals(token.getClaimAsString(JwtClaimNames.ISS))) {
            return Optional.of(TokenRejection.WRONG_ISSUER);
        }
        if (token.getAudience() == null || Collections.disjoint(token.getAudience(), audiences)) {
            return Optional.of(TokenRejection.WRONG_AUDIENCE);
        }
        if (!isUsable(token.getSubject()) || token.getExpiresAt() == null) {
            return Optional.of(TokenRejection.MALFORMED);
        }
        return rejectionOf(token.getNotBefore(), token.getExpiresAt());
    }

    private static boolean isUsable(@Nullable String subject) {
        return subject != null && !subject.isBlank() && SUBJECT.matcher(subject).matches();
    }

    private Optional<TokenRejection> rejectionOf(@Nullable Instant notBefore, Instant expiry) {
        Instant now = clock.instant();
        if (!now.isBefore(expiry.plus(skew))) {
            return Optional.of(TokenRejection.EXPIRED);
        }
        boolean early = notBefore != null && now.isBefore(notBefore.minus(skew));
        return early ? Optional.of(TokenRejection.NOT_YET_VALID) : Optional.empty();
    }
}
