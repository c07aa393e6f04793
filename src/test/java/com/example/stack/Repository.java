package com.example.stack;

import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that the stack is configured from; {@code -Dstack.root=} reads another checkout. */
record Repository(Path root) {

    static Repository here() {
        return new Repository(Path.of(System.getProperty("stack.root", "")));
    }

    /** The files below a folder of it, or the file itself, with one of the endings; none if there is no such path. */
    Stream<SourceFile> files(String path, String... endings) {
        return SourceFile.below(root.resolve(path).toString()).stream()
                .filter(file -> Stream.of(endings).anyMatch(file::isNamed));
    }

    /** How the file is called in findings, wherever the root is. */
    String name(SourceFile file) {
        return root.toAbsolutePath()
                .relativize(file.path().toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }
}
