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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tokens as an attacker or an accident would make them. */
public final class Tokens {

    /** One for all, since making one takes longer than everything that is done with it. */
    private static final RSAKey STRANGER = newKey();

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
        return rs256(ofAStranger(), claims -> {});
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

    /** By what is wrong with it: tokens that nobody may accept, whatever else they say. */
    public Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", expired());
        bad.put("not yet valid", notYetValid());
        bad.put("forged with another key", forged());
        bad.put("forged with a key that it brings along", selfSigned());
        bad.put("tampered with", tampered());
        bad.put("unsigned", unsigned());
        bad.put("unsigned, with a signature", unsigned() + "zz");
        bad.put("signature cut off", valid("someone", "operator").replaceAll("\\.[^.]*$", "."));
        bad.put("HS256 with the public key", hs256WithThePublicKey());
        bad.put("RS512", rs512());
        bad.put("another issuer", with(claims -> claims.issuer("urn:zz")));
        bad.put("no issuer", with(claims -> claims.issuer(null)));
        bad.put("an issuer that is a number", with(claims -> claims.claim("iss", 7)));
        bad.put("another audience", with(claims -> claims.audience("zz")));
        bad.put("no audience", with(claims -> claims.audience((String) null)));
        bad.put("an audience in a list in a list", with(claims -> claims.claim("aud", List.of(List.of("zz")))));
        bad.put("an expiry that is a text", with(claims -> claims.claim("exp", "zz")));
        bad.put("no expiry", with(claims -> claims.claim("exp", null)));
        bad.put("an expiry beyond time", with(claims -> claims.claim("exp", Long.MAX_VALUE)));
        bad.put("a beginning that is a text", with(claims -> claims.claim("nbf", "zz")));
        bad.put("no subject", with(claims -> claims.subject(null)));
        bad.put("an empty subject", with(claims -> claims.subject("")));
        bad.put("a blank subject", with(claims -> claims.subject(" ")));
        bad.put("a subject with a zero", with(claims -> claims.subject("zz\u0000zz")));
        bad.put("a subject of two lines", with(claims -> claims.subject("zz\nzz")));
        bad.put("an endless subject", with(claims -> claims.subject("z".repeat(4_000))));
        bad.put("a subject that is a list", with(claims -> claims.claim("sub", List.of("zz"))));
        List.of("zz", "zz.zz.zz", "..", "e30.e30.", "e30.e30.e30", "z".repeat(9_000))
                .forEach(text -> bad.put("no token: " + text, text));
        return bad;
    }

    /** Signed with a key of the caller's, whose public half is in the header. */
    public String selfSigned() {
        try {
            RSAKey own = ofAStranger();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .jwk(own.toPublicJWK())
                    .build();
            return sign(header, new RSASSASigner(own), claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another key by the name of the right one. */
    private RSAKey ofAStranger() {
        return new RSAKey.Builder(STRANGER).keyID(key.getKeyID()).build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
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
