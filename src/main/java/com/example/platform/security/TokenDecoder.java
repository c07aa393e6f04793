package com.example.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.server.ResponseStatusException;

/** Accepts tokens signed with RS256 whose claims pass the checks; says of any other why not. Thread-safe. */
class TokenDecoder implements JwtDecoder {

    private final JwtDecoder signatures;
    private final TokenClaims claims;

    /** The given decoder checks signatures alone. */
    TokenDecoder(JwtDecoder signatures, TokenClaims claims) {
        this.signatures = signatures;
        this.claims = claims;
    }

    @Override
    public Jwt decode(String token) {
        if (!JWSAlgorithm.RS256.equals(parse(token).getHeader().getAlgorithm())) {
            throw new RejectedTokenException(TokenRejection.WRONG_ALGORITHM);
        }
        Jwt jwt = verified(token);
        claims.rejectionOf(jwt).ifPresent(reason -> {
            throw new RejectedTokenException(reason);
        });
        return jwt;
    }

    private static SignedJWT parse(String token) {
        try {
            if (JWTParser.parse(token) instanceof SignedJWT signed) {
                return signed;
            }
        } catch (ParseException | RuntimeException unreadable) {
            throw new RejectedTokenException(TokenRejection.MALFORMED);
        }
        throw new RejectedTokenException(TokenRejection.WRONG_ALGORITHM);
    }

    private Jwt verified(String token) {
        try {
            return signatures.decode(token);
        } catch (BadJwtException bad) {
            boolean unreadable = bad.getCause() != null && bad.getCause().getCause() instanceof ParseException;
            throw new RejectedTokenException(unreadable ? TokenRejection.MALFORMED : TokenRejection.BAD_SIGNATURE);
        } catch (JwtException unreachable) {
            // the keys could not be fetched: not the caller's fault
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Token keys unavailable", unreachable);
        }
    }
}
