package com.example.stack;

import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The queries that a healthy stack leaves empty, each with the scenario that fills it. */
record RightlyEmpty(Map<String, Scenario> scenarios) {

    private static final Path FILE = Path.of("src/test/resources/stack/rightly-empty.yml");

    /** Those of the list, which is by file and place, and those marked in the documents. */
    static RightlyEmpty of(Inventory inventory) {
        return read(SourceFile.read(FILE), inventory.marks());
    }

    static RightlyEmpty read(SourceFile list, Map<String, String> marks) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> file : Yaml.read(list).properties()) {
            for (Map.Entry<String, JsonNode> place : file.getValue().properties()) {
                Origin origin = new Origin(file.getKey(), place.getKey());
                scenarios.put(origin.toString(), Scenario.named(place.getValue().asString()));
            }
        }
        marks.forEach((origin, scenario) -> scenarios.put(origin, Scenario.named(scenario)));
        return new RightlyEmpty(scenarios);
    }

    Optional<Scenario> scenarioOf(Query query) {
        return Optional.ofNullable(scenarios.get(query.origin().toString()));
    }

    /** Entries that are about no query. */
    List<String> stale(List<Query> queries) {
        Set<String> known =
                queries.stream().map(query -> query.origin().toString()).collect(Collectors.toSet());
        return scenarios.keySet().stream()
                .filter(origin -> !known.contains(origin))
                .toList();
    }
}
