package com.example.bench;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a part found, on which machine and when.
 *
 * @param versions of what was measured and of what it ran on
 * @param figures those of the part
 */
record BenchResult(Machine machine, Map<String, String> versions, JsonNode figures) {

    private static final JsonMapper JSON = new JsonMapper();

    static BenchResult of(Machine machine, Map<String, String> versions, Object figures) {
        return new BenchResult(machine, versions, JSON.valueToTree(figures));
    }

    <T> T as(Class<T> type) {
        return JSON.treeToValue(figures, type);
    }
}
