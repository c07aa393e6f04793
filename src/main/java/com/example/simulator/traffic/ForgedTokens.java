package com.example.simulator.traffic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens that no shop has issued; the signing key is new with every start. Thread-safe. */
class ForgedTokens {

    private static final KeyPair STRANGER = newKeys();

    private final JsonMapper json;
    private final Clock clock;

    ForgedTokens(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    String garbage() {
        return UUID.randomUUID().toString();
    }

    /** Well-formed and {@code alg: none}. */
    String unsigned() {
        return unsigned("none") + ".";
    }

    /** Well-formed and rightly signed, by somebody whom the shop does not trust. */
    String signedByStranger() {
        String content = unsigned("RS256");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(STRANGER.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("RSA is missing", broken);
        }
    }

    private String unsigned(String algorithm) {
        Map<String, Object> header = Map.of("alg", algorithm, "typ", "JWT");
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = Map.of("sub", UUID.randomUUID().toString(), "iat", now, "exp", now + 900);
        return base64(json.writeValueAsBytes(header)) + "." + base64(json.writeValueAsBytes(claims));
    }

    private static String base64(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("RSA is missing", broken);
        }
    }
}
