package com.example.ops.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runbooks, read anew each time so that a mended one is there at once. Thread-safe. */
class RunbookFolder {

    /** The name of an alert, and nothing that leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{1,63}");

    private static final String SUFFIX = ".md";

    private static final int LARGEST = 256 * 1024;

    private final @Nullable Path folder;

    RunbookFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    List<String> names() {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(this::isThere)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The Markdown of the runbook of that name, which comes from outside. */
    Optional<String> find(String name) {
        if (!isThere(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file(name), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isThere(String name) {
        try {
            return folder != null
                    && NAME.matcher(name).matches()
                    && Files.isRegularFile(file(name), LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file(name)) <= LARGEST;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path file(String name) {
        return java.util.Objects.requireNonNull(folder).resolve(name + SUFFIX);
    }
}
