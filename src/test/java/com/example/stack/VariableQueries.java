package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.stack.Query.TraceQl;
import tools.jackson.databind.JsonNode;

/** The queries of template variables, each data source with a shape of its own. */
final class VariableQueries {

    private VariableQueries() {}

    static Query read(Origin origin, JsonNode variable, Scope scope) {
        JsonNode query = variable.path("query");
        return switch (variable.path("datasource").path("type").asString("")) {
            case "prometheus" -> new PromQl(origin, text(origin, query), scope, Reading.VALUES);
            case "loki" -> new LogQl(origin, loki(origin, query), scope, Reading.VALUES);
            case "tempo" -> new TraceQl(origin, required(origin, query, "label"), scope, Reading.VALUES);
            case String other -> throw new Unreadable(origin, "a query for the data source type '" + other + "'");
        };
    }

    private static String text(Origin origin, JsonNode query) {
        return query.isString() ? query.asString() : required(origin, query, "query");
    }

    /** In the spelling that Grafana also takes for Loki, with the function around it. */
    private static String loki(Origin origin, JsonNode query) {
        if (query.isString()) {
            return query.asString();
        }
        String stream = query.path("stream").asString("");
        return "label_values(" + (stream.isEmpty() ? "" : stream + ", ") + required(origin, query, "label") + ")";
    }

    private static String required(Origin origin, JsonNode query, String field) {
        String value = query.path(field).asString("");
        if (value.isEmpty()) {
            throw new Unreadable(origin, "its query has no '" + field + "'");
        }
        return value;
    }
}
