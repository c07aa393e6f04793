package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTests {

    @TempDir
    private Path folder;

    @Test
    void onlyTheSecretIsTheSecret() throws IOException {
        SharedSecret secret = SharedSecret.read(file("open sesame\n"));
        assertThat(secret.is("open sesame")).isTrue();
        assertThat(secret.is("open sesam")).isFalse();
        assertThat(secret.is("open sesame ")).isFalse();
        assertThat(secret.is("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyFileIsNoSecret(String text) {
        assertThatIllegalStateException().isThrownBy(() -> SharedSecret.read(file(text)));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SharedSecret.read(folder.resolve("none")))
                .withMessage("The file of a shared secret cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("secret"), text);
    }
}
