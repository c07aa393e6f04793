package com.example.stack;

import com.example.testing.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Grafana board: all that it asks, and where its links lead. */
record Board(Origin origin, JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> ASK_NOTHING = Set.of("row", "text", "dashlist", "alertlist");

    static Board read(SourceFile file, String name) {
        Origin origin = new Origin(name, "board");
        try {
            JsonNode json = JSON.readTree(file.text());
            if (!json.path("panels").isArray() || json.path("panels").isEmpty()) {
                throw new Unreadable(origin, "has no panels");
            }
            return new Board(origin, json);
        } catch (JacksonException broken) {
            throw new Unreadable(origin, broken.getOriginalMessage());
        }
    }

    String uid() {
        return json.path("uid").asString("");
    }

    List<String> tags() {
        return stream(json.path("tags")).map(JsonNode::asString).toList();
    }

    List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        json.path("templating")
                .path("list")
                .forEach(variable -> variables.add(Variable.read(origin, variable, List.copyOf(variables))));
        return variables;
    }

    Stream<Query> queries() {
        return Stream.of(
                        variables().stream().flatMap(variable -> variable.query().stream()),
                        annotations(),
                        panels().flatMap(this::queriesOf),
                        links().flatMap(Link::queries).distinct())
                .flatMap(queries -> queries);
    }

    /** Those of the board, then those of its panels and of their data. */
    Stream<Link> links() {
        return Stream.concat(
                Links.ofBoard(origin, json),
                panels().flatMap(panel -> Links.ofPanel(
                        place(panel),
                        panel,
                        scope(panel).withRow(queriesOf(panel).toList(), renamed(panel)))));
    }

    private Stream<Query> annotations() {
        return stream(json.path("annotations").path("list"))
                .filter(annotation -> annotation.path("builtIn").asInt(0) == 0)
                .flatMap(annotation -> {
                    Origin place = new Origin(
                            origin.file(),
                            "annotation " + annotation.path("name").asString(""));
                    JsonNode target = annotation.path("target").isObject() ? annotation.path("target") : annotation;
                    return Targets.read(place, target, annotation.path("datasource"), Scope.of(variables())).stream();
                });
    }

    private Stream<JsonNode> panels() {
        return stream(json.path("panels"))
                .flatMap(panel -> Stream.concat(Stream.of(panel), stream(panel.path("panels"))));
    }

    private Stream<Query> queriesOf(JsonNode panel) {
        JsonNode targets = panel.path("targets");
        if (targets.isEmpty() && !ASK_NOTHING.contains(panel.path("type").asString(""))) {
            throw new Unreadable(
                    place(panel), "a panel of type '" + panel.path("type").asString("") + "' without a query");
        }
        return stream(targets)
                .flatMap(target -> Targets.read(place(panel), target, panel.path("datasource"), scope(panel)).stream());
    }

    private Scope scope(JsonNode panel) {
        String interval = panel.path("interval").asString("");
        Scope scope = Scope.of(variables());
        return interval.isEmpty()
                ? scope
                : scope.withMinInterval(DurationStyle.SIMPLE.parse(interval.replace(">", "")));
    }

    private static Map<String, String> renamed(JsonNode panel) {
        Map<String, String> names = new HashMap<>();
        stream(panel.path("transformations"))
                .flatMap(step -> step.path("options").path("renameByName").properties().stream())
                .forEach(name -> names.put(name.getKey(), name.getValue().asString()));
        return names;
    }

    /** A panel's title; where two panels share one, with the id. */
    private Origin place(JsonNode panel) {
        String title = panel.path("title").asString("");
        boolean shared =
                panels().filter(other -> other.path("title").asString("").equals(title))
                                .count()
                        > 1;
        return new Origin(
                origin.file(), shared ? title + " #" + panel.path("id").asInt(0) : title);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
