package com.example.shop.customers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The users of the demo. With neither property set their password is made at start and told to nobody.
 *
 * @param password the password of every demo user
 * @param passwordFile a file with the password, which wins over the other property
 */
@ConfigurationProperties("shop.demo")
record DemoSettings(@Nullable String password, @Nullable Path passwordFile) {

    private static final int RANDOM_BYTES = 18;

    String effectivePassword() {
        if (passwordFile != null) {
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("shop.demo.password-file cannot be read", unreadable);
            }
        }
        return password == null || password.isBlank() ? random() : password;
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "DemoSettings[masked]";
    }
}
