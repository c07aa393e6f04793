package com.example.disturbed;

import com.example.bench.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each finding as a file of JSON, with the machine that it was made on. */
final class Findings {

    private static final Path FOLDER = Path.of("target", "disturbed");

    private static final JsonMapper JSON = new JsonMapper();

    private Findings() {}

    static void keep(Finding finding) {
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(finding.disturbance().name().toLowerCase() + ".json");
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(file.toFile(), Map.of("machine", Machine.here(), "finding", finding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
