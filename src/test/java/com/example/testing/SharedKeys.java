package com.example.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** What replicas have in common: a token of one is good at the other. Made anew for each run. */
public final class SharedKeys {

    private SharedKeys() {}

    /** The settings that say where they are. */
    public static List<String> create(Path folder) throws IOException {
        Path signing = folder.resolve("signing").toAbsolutePath();
        Path pseudonyms = folder.resolve("pseudonyms").toAbsolutePath();
        Files.writeString(signing, pem());
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(pseudonyms, Base64.getEncoder().encodeToString(key));
        return List.of(
                "--platform.security.signing-key-file=" + signing,
                "--platform.security.pseudonym-key-file=" + pseudonyms);
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN " + "PRIVATE KEY-----\n" + text + "\n-----END " + "PRIVATE KEY-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK makes RSA keys", impossible);
        }
    }
}
