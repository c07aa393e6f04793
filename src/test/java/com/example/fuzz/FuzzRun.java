package com.example.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How many requests from which seed, and where the figures go. */
record FuzzRun(String name, long seed, int requests) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A share of {@code -Dfuzz.requests}; the seed is {@code -Dfuzz.seed}, and printed. */
    static FuzzRun of(String name, int share) {
        long seed = Long.getLong("fuzz.seed", 20_261_122);
        FuzzRun run = new FuzzRun(name, seed, Integer.getInteger("fuzz.requests", 3_000) / share);
        System.out.printf("fuzz.seed=%d fuzz.requests=%d, of %s%n", run.seed, run.requests, name);
        return run;
    }

    void keep(Tally tally, SignalSearch search) throws IOException {
        System.out.println(name + ": " + tally.table());
        Map<String, Object> figures = tally.figures(seed);
        figures.put("leaks", search.leaks());
        figures.put("searched_characters", search.searched());
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        JSON.writeValue(folder.resolve(name + ".json").toFile(), figures);
    }
}
