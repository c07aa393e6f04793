package com.example.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the key of the pseudonyms, or makes one where nothing is worth protecting. */
final class PseudonymKey {

    private static final Logger log = LoggerFactory.getLogger(PseudonymKey.class);
    private static final int LEAST = 32;

    private PseudonymKey() {}

    /**
     * The key for this process.
     *
     * @throws IllegalStateException when there is none and the environment does not allow to make one up
     */
    static byte[] of(@Nullable Path file, DeploymentSettings deployment) {
        if (file != null) {
            return read(file);
        }
        if (!deployment.isPlayground()) {
            throw new IllegalStateException(
                    "platform.security.pseudonym-key-file must be set in environment " + deployment.environment()
                            + ": a key made at start would give every replica pseudonyms of its own");
        }
        byte[] key = new byte[LEAST];
        new SecureRandom().nextBytes(key);
        log.atInfo()
                .addKeyValue("event", "security.pseudonym.key.generated")
                .log("Pseudonym key generated, pseudonyms end with this process");
        return key;
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(Files.readString(file).strip());
            if (key.length < LEAST) {
                throw new IllegalStateException(
                        "platform.security.pseudonym-key-file must hold base64 of " + LEAST + " bytes or more");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("platform.security.pseudonym-key-file cannot be read", unreadable);
        }
    }
}
