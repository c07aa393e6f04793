package com.example.stack;

import com.example.stack.Outcome.Empty;
import com.example.stack.Query.Reading;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A live Prometheus. */
record Prometheus(URI url) {

    /** As Grafana reads it. */
    private static final Pattern LABEL_VALUES =
            Pattern.compile("label_values\\((?:(.+),\\s*)?([a-zA-Z_$][a-zA-Z0-9_]*)\\)\\s*", Pattern.DOTALL);

    private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.+)\\)\\s*", Pattern.DOTALL);

    Outcome ask(Reading reading, String query, Window window) {
        return switch (reading) {
            case RANGE, FOLLOWED -> Samples.outcome(range(query, window));
            case INSTANT -> Samples.outcome(instant(query, window));
            case VALUES -> values(query, window).isEmpty() ? new Empty("no values") : Samples.SOMETHING;
            case INPUTS -> throw new IllegalArgumentException("asked part by part: " + query);
        };
    }

    Reply range(String query, Window window) {
        return Reply.get(
                url,
                "/api/v1/query_range",
                "query",
                query,
                "start",
                window.from().toEpochMilli() / 1000.0,
                "end",
                window.to().toEpochMilli() / 1000.0,
                "step",
                window.interval().toSeconds());
    }

    Reply instant(String query, Window window) {
        return Reply.get(
                url, "/api/v1/query", "query", query, "time", window.to().toEpochMilli() / 1000.0);
    }

    /** The values that a variable takes. */
    List<String> values(String function, Window window) {
        Matcher result = QUERY_RESULT.matcher(function.strip());
        return result.matches() ? results(result.group(1), window) : labelValues(function, window);
    }

    /** Each series as the text that Grafana makes of it, which the variable's regex then takes apart. */
    private List<String> results(String query, Window window) {
        Reply reply = instant(query, window);
        if (!reply.ok()) {
            throw new IllegalArgumentException(query + ": " + reply.body());
        }
        return Board.stream(reply.json().path("data").path("result"))
                .map(series -> series.path("metric").properties().stream()
                                .filter(label -> !label.getKey().equals("__name__"))
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .collect(Collectors.joining(",", "{", "} "))
                        + series.path("value").path(1).asString())
                .toList();
    }

    private List<String> labelValues(String function, Window window) {
        Matcher labelValues = labelValues(function);
        String path = "/api/v1/label/" + labelValues.group(2) + "/values";
        Object[] time = {
            "start", window.from().getEpochSecond(), "end", window.to().getEpochSecond()
        };
        Stream<Object> match =
                Optional.ofNullable(labelValues.group(1)).stream().flatMap(series -> Stream.of("match[]", series));
        Reply reply = Reply.get(url, path, Stream.concat(Stream.of(time), match).toArray());
        if (!reply.ok()) {
            throw new IllegalArgumentException(function + ": " + reply.body());
        }
        return reply.texts("/data");
    }

    /** What the values of a variable are taken from; everything, if it does not say. */
    static String selectorOf(String function) {
        Matcher result = QUERY_RESULT.matcher(function.strip());
        return result.matches()
                ? result.group(1)
                : Optional.ofNullable(labelValues(function).group(1)).orElse("{__name__!=\"\"}");
    }

    /** The syntax tree; a refusal says why there is none. */
    Reply parse(String query) {
        return Reply.get(url, "/api/v1/parse_query", "query", query);
    }

    /** The names of the alerts that fire. */
    List<String> firing() {
        return Board.stream(Reply.get(url, "/api/v1/alerts").json().path("data").path("alerts"))
                .filter(alert -> alert.path("state").asString().equals("firing"))
                .map(alert -> alert.path("labels").path("alertname").asString())
                .toList();
    }

    boolean hasSeries(String selector, Window window) {
        Reply reply = Reply.get(url, "/api/v1/series", window, "match[]", selector, "limit", 1);
        return reply.ok() && !reply.json().path("data").isEmpty();
    }

    /** The trace ids of the newest exemplars of a query. */
    Stream<JsonNode> exemplars(String query, Window window) {
        Reply reply = Reply.get(url, "/api/v1/query_exemplars", window, "query", query);
        return Board.stream(reply.json().path("data")).flatMap(series -> Board.stream(series.path("exemplars")));
    }

    private static Matcher labelValues(String function) {
        Matcher labelValues = LABEL_VALUES.matcher(function.strip());
        if (!labelValues.matches()) {
            throw new IllegalArgumentException("neither label_values(…) nor query_result(…): " + function);
        }
        return labelValues;
    }
}
