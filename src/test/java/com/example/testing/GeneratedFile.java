package com.example.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in the repository that is made from the code; {@code -Ddocs.write} writes it in place of comparing it. */
public record GeneratedFile(String path) {

    public void assertIs(String text) {
        Path file = Path.of(path);
        try {
            if (System.getProperty("docs.write") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("write it anew with -Ddocs.write")
                    .exists()
                    .content()
                    .isEqualTo(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
