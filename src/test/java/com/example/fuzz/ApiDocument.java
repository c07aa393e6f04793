package com.example.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI document, as far as requests are made from it. */
record ApiDocument(JsonNode root) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static ApiDocument parse(String text) {
        return new ApiDocument(JSON.readTree(text));
    }

    List<ApiOperation> operations() {
        List<ApiOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    all.add(operation(method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
        return all;
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode target = node.path("$ref");
        return target.isString() ? root.at(target.asString().substring(1)) : node;
    }

    private ApiOperation operation(String method, String template, JsonNode described) {
        List<ApiOperation.Parameter> parameters = StreamSupport.stream(
                        described.path("parameters").spliterator(), false)
                .map(this::resolved)
                .map(ApiDocument::parameter)
                .toList();
        JsonNode body = described.at("/requestBody/content/application~1json/schema");
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                template,
                statuses(described),
                parameters,
                body.isMissingNode() ? body : resolved(body));
    }

    private static ApiOperation.Parameter parameter(JsonNode described) {
        return new ApiOperation.Parameter(
                described.path("in").asString(),
                described.path("name").asString(),
                described.path("required").asBoolean(false),
                described.path("schema"));
    }

    /** Neither ranges nor "default": a status that nobody thought of is what this looks for. */
    private static Set<Integer> statuses(JsonNode described) {
        Set<Integer> statuses = new TreeSet<>();
        for (String status : described.path("responses").propertyNames()) {
            if (status.matches("\\d{3}")) {
                statuses.add(Integer.valueOf(status));
            }
        }
        return statuses;
    }
}
