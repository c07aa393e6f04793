package com.example.stack;

import com.example.stack.Outcome.Empty;
import com.example.stack.Query.Reading;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A live Tempo. */
record Tempo(URI url) {

    /** Tempo answers searches and metrics at different addresses, so that one has to tell them apart before. */
    private static final Pattern METRICS = Pattern.compile(
            "\\|\\s*(rate|compare|histogram_over_time|(count|sum|min|max|avg|quantile)_over_time)\\s*\\(");

    Outcome ask(Reading reading, String query, Window window) {
        if (reading == Reading.VALUES) {
            return values(query, window).isEmpty() ? new Empty("no values") : Samples.SOMETHING;
        }
        if (!METRICS.matcher(query).find()) {
            return outcome(search(query, window), "traces", Stream::of, trace -> trace);
        }
        String path = reading == Reading.INSTANT ? "/api/metrics/query" : "/api/metrics/query_range";
        Reply reply = Reply.get(
                url, path, window, "q", query, "step", window.interval().toSeconds() + "s");
        return outcome(reply, "series", Tempo::numbers, series -> series.path("labels"));
    }

    Reply search(String query, Window window) {
        return Reply.get(url, "/api/search", window, "q", query, "limit", 20);
    }

    Reply trace(String id) {
        return Reply.get(url, "/api/v2/traces/" + id);
    }

    /** The values that an attribute takes. */
    List<String> values(String attribute, Window window) {
        Reply reply = Reply.get(url, "/api/v2/search/tag/" + attribute + "/values", window);
        if (!reply.ok()) {
            throw new IllegalArgumentException(attribute + ": " + reply.body());
        }
        return Board.stream(reply.json().path("tagValues"))
                .map(value -> value.path("value").asString())
                .toList();
    }

    private static Outcome outcome(
            Reply reply,
            String list,
            Function<JsonNode, Stream<JsonNode>> samples,
            Function<JsonNode, JsonNode> fields) {
        if (!reply.ok()) {
            return reply.refused();
        }
        Stream<JsonNode> found = Board.stream(reply.json().path(list))
                .filter(item -> samples.apply(item).findFirst().isPresent());
        return Samples.rows(found.map(fields), "no " + list);
    }

    /** An absent value is a zero in protobuf's JSON. */
    private static Stream<JsonNode> numbers(JsonNode series) {
        return series.has("value")
                ? Stream.of(series)
                : Board.stream(series.path("samples"))
                        .filter(sample -> !sample.path("value").asString("0").equals("NaN"));
    }
}
