package com.example.stack;

import com.example.stack.Outcome.Data;
import com.example.stack.Outcome.Empty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What Prometheus and Loki answer to a query: series of samples, lines, or a number. */
final class Samples {

    static final Outcome SOMETHING = new Data(List.of(), false);

    /** As many as a test tries. */
    private static final int ROWS = 20;

    private Samples() {}

    static Outcome outcome(Reply reply) {
        if (!reply.ok()) {
            return reply.refused();
        }
        JsonNode data = reply.json().path("data");
        return switch (data.path("resultType").asString("")) {
            case "scalar" -> isNumber(data.path("result")) ? SOMETHING : new Empty("NaN");
            case "streams" -> first(data, "stream", Board.stream(data.path("result")));
            case "vector" -> numbers(data, series -> Stream.of(series.path("value")));
            case "matrix" -> numbers(data, series -> Board.stream(series.path("values")));
            case String other -> new Outcome.Refused("an answer of type " + other);
        };
    }

    private static Outcome numbers(JsonNode data, Function<JsonNode, Stream<JsonNode>> samples) {
        JsonNode result = data.path("result");
        if (result.isEmpty()) {
            return new Empty("no series");
        }
        Outcome outcome = first(
                data,
                "metric",
                Board.stream(result).filter(series -> samples.apply(series).anyMatch(Samples::isNumber)));
        boolean zeros =
                Board.stream(result).flatMap(samples).filter(Samples::isNumber).allMatch(Samples::isZero);
        return outcome instanceof Data found ? new Data(found.rows(), zeros) : outcome;
    }

    private static Outcome first(JsonNode data, String labels, Stream<JsonNode> series) {
        String otherwise = data.path("result").isEmpty() ? "no lines" : "nothing but NaN";
        return rows(series.map(found -> found.path(labels)), otherwise);
    }

    /** Data if there is anything, with its fields. */
    static Outcome rows(Stream<JsonNode> found, String otherwise) {
        List<Map<String, String>> rows = found.limit(ROWS).map(Samples::row).toList();
        return rows.isEmpty() ? new Empty(otherwise) : new Data(rows, false);
    }

    private static Map<String, String> row(JsonNode fields) {
        return fields.properties().stream()
                .collect(Collectors.toMap(
                        field -> Interpolation.key(field.getKey()),
                        field -> field.getValue().asString(field.getValue().toString()),
                        (one, other) -> one));
    }

    private static boolean isZero(JsonNode sample) {
        return Double.parseDouble(sample.path(1).asString().replace("Inf", "Infinity")) == 0;
    }

    /** A panel shows nothing of NaN. */
    private static boolean isNumber(JsonNode sample) {
        return !sample.path(1).asString("NaN").equals("NaN");
    }
}
