package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.testing.SourceFile;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The recording and alert rules of a file for Prometheus or for Loki's ruler. */
final class Rules {

    private Rules() {}

    static Stream<Query> ofPrometheus(SourceFile file, String name) {
        return rules(file, name)
                .map(rule -> new PromQl(place(name, rule), expression(name, rule), Scope.NONE, kind(rule)));
    }

    static Stream<Query> ofLoki(SourceFile file, String name) {
        return rules(file, name)
                .map(rule -> new LogQl(place(name, rule), expression(name, rule), Scope.NONE, kind(rule)));
    }

    private static Stream<JsonNode> rules(SourceFile file, String name) {
        JsonNode groups = Yaml.read(file).path("groups");
        if (!groups.isArray()) {
            throw new Unreadable(new Origin(name, "rules"), "no groups");
        }
        return Board.stream(groups).flatMap(group -> Board.stream(group.path("rules")));
    }

    private static Reading kind(JsonNode rule) {
        return rule.has("alert") ? Reading.INPUTS : Reading.INSTANT;
    }

    private static Origin place(String file, JsonNode rule) {
        return new Origin(file, rule.has("alert") ? alert(rule) : record(rule));
    }

    /** One name may alert twice, as a page and as a ticket. */
    private static String alert(JsonNode rule) {
        String severity = rule.path("labels").path("sloth_severity").asString("");
        return ("alert " + rule.path("alert").asString() + " " + severity).strip();
    }

    /** One name may be recorded several times, for several windows or objectives. */
    private static String record(JsonNode rule) {
        JsonNode labels = rule.path("labels");
        return "record " + rule.path("record").asString("") + (labels.isMissingNode() ? "" : " " + labels);
    }

    private static String expression(String file, JsonNode rule) {
        String expression = rule.path("expr").asString("");
        if (expression.isBlank()) {
            throw new Unreadable(place(file, rule), "has no expr");
        }
        return expression;
    }
}
