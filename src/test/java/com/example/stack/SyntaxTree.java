package com.example.stack;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The tree that Prometheus makes of a query. */
final class SyntaxTree {

    private SyntaxTree() {}

    /** The names of the metrics that the query looks at. */
    static Stream<String> metrics(JsonNode node) {
        return nodes(node).map(selector -> selector.path("name").asString("")).distinct();
    }

    /** The vector selectors of the query. */
    static Stream<JsonNode> nodes(JsonNode node) {
        String type = node.path("type").asString("");
        boolean selects = type.equals("vectorSelector") || type.equals("matrixSelector");
        return Stream.concat(
                selects ? Stream.of(node) : Stream.empty(), Board.stream(node).flatMap(SyntaxTree::nodes));
    }

    /** A selector as a query of its own. */
    static String selector(JsonNode node) {
        return Board.stream(node.path("matchers"))
                .map(matcher ->
                        matcher.path("name").asString() + matcher.path("type").asString() + matcher.path("value"))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
