package com.example.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The keys that the applications of one run share, new at each start and readable by whoever started it alone. */
final class DemoKeys {

    private static final int BITS = 2048;

    private static final int PSEUDONYM_BYTES = 32;

    private DemoKeys() {}

    /** Makes them; returns the settings that say where they are. */
    static Map<String, String> create(DemoFolder folder) throws IOException {
        Path signing = folder.path().resolve("signing-key");
        Path pseudonyms = folder.path().resolve("pseudonym-key");
        write(signing, pem());
        byte[] key = new byte[PSEUDONYM_BYTES];
        new SecureRandom().nextBytes(key);
        write(pseudonyms, Base64.getEncoder().encodeToString(key));
        return Map.of(
                "platform.security.signing-key-file", signing.toString(),
                "platform.security.pseudonym-key-file", pseudonyms.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, DemoPassword.ownerOnly());
        Files.writeString(file, text);
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN " + "PRIVATE KEY-----\n" + text + "\n-----END " + "PRIVATE KEY-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK makes RSA keys", impossible);
        }
    }
}
