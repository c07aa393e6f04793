package com.example.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** Tokens as an attacker or an accident would make them. */
public final class Tokens {

    private final RSAKey key;

    public Tokens(RSAKey key) {
        this.key = key;
    }

    public String valid(String subject, String... roles) {
        return rs256(key, claims -> claims.subject(subject).claim("roles", List.of(roles)));
    }

    public String with(Consumer<JWTClaimsSet.Builder> change) {
        return rs256(key, change);
    }

    public String expired() {
        return with(claims -> claims.expirationTime(at(Duration.ofSeconds(-31))));
    }

    public String notYetValid() {
        return with(claims -> claims.notBeforeTime(at(Duration.ofSeconds(40))));
    }

    public String forged() {
        try {
            return rs256(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String tampered() {
        String[] parts = valid("someone", "customer").split("\\.");
        String[] other = valid("someone", "operator").split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    public String unsigned() {
        return new PlainJWT(claims(claims -> {})).serialize();
    }

    /** The public key, which everyone may know, taken for a shared secret. */
    public String hs256WithThePublicKey() {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            return sign(header, new MACSigner(key.toRSAPublicKey().getEncoded()), claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String rs512() {
        try {
            return sign(new JWSHeader(JWSAlgorithm.RS512), new RSASSASigner(key), claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rs256(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            return sign(header, new RSASSASigner(key), change);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("urn:demo-issuer")
                .audience("demo-api")
                .subject("someone")
                .claim("roles", List.of("support", "operator"))
                .expirationTime(at(Duration.ofMinutes(5)));
        change.accept(claims);
        return claims.build();
    }

    public static Date at(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }
}
