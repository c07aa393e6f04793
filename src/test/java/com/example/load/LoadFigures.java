package com.example.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures of one test, printed and kept in a file of {@code target/load}. */
final class LoadFigures {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LoadFigures() {}

    static void keep(String name, Map<String, Object> figures) {
        System.out.println(name + ": " + figures);
        try {
            Path folder = Files.createDirectories(Path.of("target", "load"));
            JSON.writeValue(folder.resolve(name + ".json").toFile(), figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
