package com.example.load;

import com.example.testing.Skip;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a test needs besides a JDK. */
final class Programs {

    /** Debian keeps those of a superuser out of the path of others. */
    private static final List<String> MORE = List.of("/usr/sbin", "/usr/local/sbin");

    private Programs() {}

    /** Where it is; the test is skipped, with a line that says so, where it is not. */
    static String required(String name, String debianPackage) {
        Optional<Path> found = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), MORE.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        Skip.unless(found.isPresent(), "no %s here; the Debian package %s has it".formatted(name, debianPackage));
        return found.orElseThrow().toString();
    }
}
