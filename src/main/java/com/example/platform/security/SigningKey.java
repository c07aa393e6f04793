package com.example.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.converter.RsaKeyConverters;

/** The RSA key of the demo issuer: read from a file that replicas share, or made at start. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey of(@Nullable Path file) {
        try {
            KeyPair pair = file == null ? generate() : read(file);
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException | IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "platform.security.signing-key-file must be a PKCS#8 PEM with an RSA private key", unusable);
        }
    }

    private static KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair();
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            if (!(RsaKeyConverters.pkcs8().convert(pem) instanceof RSAPrivateCrtKey key)) {
                throw new GeneralSecurityException("The public half cannot be told from this key");
            }
            RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(open), key);
        }
    }
}
