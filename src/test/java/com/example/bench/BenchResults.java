package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The newest result of each part. */
record BenchResults(Map<Part, BenchResult> byPart) {

    static final Path KEPT = Path.of("docs", "performance");

    private static final JsonMapper JSON = new JsonMapper();

    /** Those that runs have left in the folder. */
    static BenchResults measured() {
        Map<Part, BenchResult> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Path file = file(part);
            if (Files.exists(file)) {
                all.put(part, JSON.readValue(file.toFile(), BenchResult.class));
            }
        }
        return new BenchResults(all);
    }

    /** The newest ones that are kept, each file named by its day. */
    static BenchResults kept() {
        try (Stream<Path> files = Files.list(KEPT)) {
            Path newest = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .getLast();
            return new BenchResults(JSON.readValue(newest.toFile(), new TypeReference<Map<Part, BenchResult>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These, and the older ones of the parts that are not among them; a journey that was measured with some variants alone
     * takes no place of one that was with all.
     */
    BenchResults over(BenchResults older) {
        Map<Part, BenchResult> all = new EnumMap<>(Part.class);
        all.putAll(older.byPart);
        byPart.forEach((part, result) -> {
            if (!Part.journeys().contains(part) || journey(part).isPresent() || !all.containsKey(part)) {
                all.put(part, result);
            }
        });
        return new BenchResults(all);
    }

    static void leave(Part part, BenchResult result) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file(part).toFile(), result);
    }

    /** Under the day on which the last of them was measured. */
    void keep() {
        String day = newest().machine().time().toString().substring(0, 10);
        try {
            Files.createDirectories(KEPT);
            Files.writeString(
                    KEPT.resolve(day + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(byPart) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BenchResult newest() {
        return byPart.values().stream()
                .reduce((one, other) ->
                        one.machine().time().isAfter(other.machine().time()) ? one : other)
                .orElseThrow();
    }

    /** Empty when the part was not measured. */
    <T> Optional<T> figures(Part part, Class<T> type) {
        return Optional.ofNullable(byPart.get(part)).map(result -> result.as(type));
    }

    /** Empty, too, when only some variants were measured: nothing can be said of the others. */
    Optional<JourneyReport> journey(Part part) {
        return figures(part, JourneyReport.class)
                .filter(report -> report.variants().keySet().containsAll(List.of(Variant.values())));
    }

    private static Path file(Part part) {
        return Bench.FOLDER.resolve(part + ".json");
    }
}
