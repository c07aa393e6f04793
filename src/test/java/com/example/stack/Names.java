package com.example.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether the metrics and labels that a query names exist at all: one that ends in {@code or vector(0)} always has data,
 * also when it asks for what nobody has.
 */
final class Names {

    private final Prometheus prometheus;
    private final Window window;
    private final MayBeAbsent absent;
    private final Map<String, Boolean> known = new HashMap<>();

    Names(Prometheus prometheus, Window window, MayBeAbsent absent) {
        this.prometheus = prometheus;
        this.window = window;
        this.absent = absent;
    }

    /** The first part of the query that names what does not exist. */
    Optional<String> unknownTo(String query) {
        return SyntaxTree.nodes(prometheus.parse(query).json().path("data"))
                .filter(selector -> !absent.accepts(selector.path("name").asString(""), labels(selector)))
                .map(Names::anyValue)
                .filter(selector -> !known.computeIfAbsent(selector, any -> prometheus.hasSeries(any, window)))
                .findFirst();
    }

    /** The selector with each label it wants, whatever the value. */
    private static String anyValue(JsonNode selector) {
        return Board.stream(selector.path("matchers"))
                .filter(matcher -> !acceptsAbsence(matcher))
                .map(matcher -> matcher.path("name").asString().equals("__name__")
                        ? "__name__" + matcher.path("type").asString() + matcher.path("value")
                        : matcher.path("name").asString() + "!=\"\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Set<String> labels(JsonNode selector) {
        return Board.stream(selector.path("matchers"))
                .map(matcher -> matcher.path("name").asString())
                .collect(Collectors.toSet());
    }

    private static boolean acceptsAbsence(JsonNode matcher) {
        String value = matcher.path("value").asString();
        return switch (matcher.path("type").asString()) {
            case "=" -> value.isEmpty();
            case "=~" -> "".matches(value);
            // a query that leaves some values out means a label that there is
            default -> false;
        };
    }
}
