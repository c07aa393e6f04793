package com.example.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run found.
 *
 * @param faults how often each kind struck
 * @param pace median of the journeys that ended in a second without faults
 * @param answers how often clients were told what, by request and status; 0 is no answer
 * @param slowest the longest that a payment or refund waited while the gateway was there, in seconds
 * @param rest how long it took after the last customer until nothing waited any more, in seconds
 * @param violations how many of each kind; 0 each in a good run
 */
record Report(
        String seed,
        String date,
        int processors,
        long seconds,
        int journeys,
        long pace,
        Map<String, Long> faults,
        Map<String, Long> answers,
        Map<String, Long> books,
        double slowest,
        double rest,
        Map<String, Integer> violations) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Report read(Path file) {
        return JSON.readValue(file.toFile(), Report.class);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(seed + ".json"), JSON.writeValueAsString(this) + "\n");
    }

    long faultsInAll() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    int violationsInAll() {
        return violations.values().stream().mapToInt(Integer::intValue).sum();
    }
}
