package com.example.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A text file of the project, read for a rule about texts. */
public record SourceFile(Path path, String text) {

    public static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All files below the folder, or the file itself; none if there is no such path. */
    public static List<SourceFile> below(String path) {
        Path start = Path.of(path);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public boolean isNamed(String suffix) {
        return path.toString().endsWith(suffix);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Its lines with path and number in front, as a finding is shown. */
    public Stream<Line> lines() {
        List<String> all = text.lines().toList();
        return Stream.iterate(0, number -> number < all.size(), number -> number + 1)
                .map(index -> new Line(path + ":" + (index + 1), all.get(index)));
    }

    /** A line and where it stands. */
    public record Line(String place, String text) {

        @Override
        public String toString() {
            return place + ": " + text.strip();
        }
    }
}
