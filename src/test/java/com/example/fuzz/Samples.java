package com.example.fuzz;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a schema. */
final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int MOST_ITEMS = 3;

    private final ApiDocument document;
    private final Vocabulary vocabulary;

    Samples(ApiDocument document, Vocabulary vocabulary) {
        this.document = document;
        this.vocabulary = vocabulary;
    }

    JsonNode of(ApiOperation operation, String name, JsonNode described, Random random) {
        JsonNode schema = document.resolved(described);
        return switch (type(schema)) {
            case "object" -> object(operation, schema, random);
            case "array" -> array(operation, name, schema, random);
            case "integer", "number" -> NODES.numberNode(number(schema, random));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(text(operation, name, schema, random));
        };
    }

    private JsonNode object(ApiOperation operation, JsonNode schema, Random random) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (isRequired(schema, property.getKey()) || random.nextInt(10) < 7) {
                object.set(property.getKey(), of(operation, property.getKey(), property.getValue(), random));
            }
        }
        return object;
    }

    private JsonNode array(ApiOperation operation, String name, JsonNode schema, Random random) {
        ArrayNode array = NODES.arrayNode();
        int items = Math.max(schema.path("minItems").asInt(0), 1 + random.nextInt(MOST_ITEMS));
        for (int i = 0; i < items; i++) {
            array.add(of(operation, name, schema.path("items"), random));
        }
        return array;
    }

    private String text(ApiOperation operation, String name, JsonNode schema, Random random) {
        Optional<String> known = vocabulary.text(operation, name, random);
        if (known.isPresent()) {
            return known.get();
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asString();
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" ->
                Instant.now().minusSeconds(random.nextInt(100_000)).toString();
            default -> "w".repeat(Math.max(schema.path("minLength").asInt(0), 1 + random.nextInt(8)));
        };
    }

    /** Often small and now and then at an end of what is allowed. */
    private static long number(JsonNode schema, Random random) {
        long least =
                schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(-1) + 1);
        long most = schema.path("maximum").asLong(least + 1_000);
        return switch (random.nextInt(10)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, least + random.nextInt(4));
        };
    }

    private static boolean isRequired(JsonNode schema, String property) {
        for (JsonNode name : schema.path("required")) {
            if (name.asString().equals(property)) {
                return true;
            }
        }
        return false;
    }

    /** The first that is not null, since 3.1 has lists of them. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asString().equals("null")) {
                return one.asString();
            }
        }
        return type.asString(schema.path("properties").isEmpty() ? "string" : "object");
    }
}
