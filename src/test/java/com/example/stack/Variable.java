package com.example.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A template variable of a board.
 *
 * @param query where its values come from; empty if they stand in the board
 */
record Variable(Origin origin, JsonNode json, Optional<Query> query) {

    /** Reads the variable; one that looks at others sees those before it. */
    static Variable read(Origin board, JsonNode json, List<Variable> before) {
        Origin origin = new Origin(board.file(), "variable " + json.path("name").asString());
        return switch (json.path("type").asString()) {
            case "datasource", "custom", "constant", "textbox", "interval" ->
                new Variable(origin, json, Optional.empty());
            case "query" ->
                new Variable(origin, json, Optional.of(VariableQueries.read(origin, json, Scope.of(before))));
            case String other -> throw new Unreadable(origin, "a variable of type '" + other + "'");
        };
    }

    String name() {
        return json.path("name").asString();
    }

    boolean isMulti() {
        return json.path("multi").asBoolean(false);
    }

    boolean hasAll() {
        return json.path("includeAll").asBoolean(false);
    }

    Optional<String> allValue() {
        return Optional.of(json.path("allValue").asString("")).filter(value -> !value.isEmpty());
    }

    /** What is selected when the board opens, as far as the file says it. */
    List<String> current() {
        JsonNode value = json.path("current").path("value");
        return value.isArray()
                ? texts(value)
                : Stream.of(value.asString("")).filter(text -> !text.isEmpty()).toList();
    }

    /** The values that stand in the board. */
    List<String> written() {
        JsonNode query = json.path("query");
        return switch (json.path("type").asString()) {
            case "datasource" -> List.of(query.asString());
            case "custom", "interval" ->
                Stream.of(query.asString().split(",")).map(String::strip).toList();
            default -> List.of(query.asString(""));
        };
    }

    /** The values that pass the variable's own filter. */
    List<String> filter(List<String> values) {
        String regex = json.path("regex").asString("");
        if (regex.isEmpty()) {
            return values;
        }
        Pattern pattern = Pattern.compile(regex.replaceFirst("^/(.*)/[a-z]*$", "$1"));
        return values.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(Variable::captured)
                .toList();
    }

    private static String captured(Matcher matcher) {
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
