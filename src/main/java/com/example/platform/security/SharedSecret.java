package com.example.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A secret that two programs share; how long a comparison takes tells nothing about it. Thread-safe. */
final class SharedSecret {

    private final byte[] digest;

    private SharedSecret(String secret) {
        this.digest = digest(secret);
    }

    static SharedSecret read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new IllegalStateException("A shared secret is needed, but its file is empty");
            }
            return new SharedSecret(secret);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of a shared secret cannot be read", unreadable);
        }
    }

    /** Digests, because a comparison of the texts would tell their length. */
    boolean is(String text) {
        return MessageDigest.isEqual(digest, digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
