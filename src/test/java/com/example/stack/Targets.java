package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.stack.Query.TraceQl;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The queries of a panel, an annotation or an Explore pane. */
final class Targets {

    private static final List<String> SERVICE_MAP = List.of(
            "sum by (client, server) (rate(traces_service_graph_request_total%s[$__range]))",
            "sum by (client, server) (rate(traces_service_graph_request_server_seconds_sum%s[$__range]))");

    private Targets() {}

    /** What the target asks of the data source, which may be named around it. */
    static List<Query> read(Origin origin, JsonNode target, JsonNode around, Scope scope) {
        JsonNode source = target.path("datasource").isMissingNode() ? around : target.path("datasource");
        Origin place = origin.at("(" + target.path("refId").asString("A") + ")");
        return switch (source.path("type").asString("")) {
            case "prometheus" -> List.of(prometheus(place, target, scope));
            case "loki" -> List.of(new LogQl(place, expression(place, target, "expr"), scope, loki(target)));
            case "tempo" -> tempo(place, target, scope);
            case String other -> throw new Unreadable(place, "a query for the data source type '" + other + "'");
        };
    }

    private static PromQl prometheus(Origin place, JsonNode target, Scope scope) {
        boolean range = target.path("range").asBoolean(!target.path("instant").asBoolean(false));
        return new PromQl(
                place,
                expression(place, target, "expr"),
                scope,
                range ? Reading.RANGE : Reading.INSTANT,
                target.path("exemplar").asBoolean(false));
    }

    private static Reading loki(JsonNode target) {
        return "instant".equals(target.path("queryType").asString("range")) ? Reading.INSTANT : Reading.RANGE;
    }

    private static List<Query> tempo(Origin place, JsonNode target, Scope scope) {
        return switch (target.path("queryType").asString("traceql")) {
            case "traceql" -> {
                boolean instant =
                        "instant".equals(target.path("metricsQueryType").asString("range"));
                String text = expression(place, target, "query");
                yield List.of(new TraceQl(place, text, scope, instant ? Reading.INSTANT : Reading.RANGE));
            }
            case "serviceMap" ->
                serviceMap(place, target.path("serviceMapQuery").asString("{}"), scope)
                        .toList();
            case String other ->
                throw new Unreadable(place, "a Tempo query of type '" + other + "'; write it as traceql");
        };
    }

    /** Grafana draws the service graph from series that Tempo writes to Prometheus. */
    private static Stream<Query> serviceMap(Origin place, String selector, Scope scope) {
        return Stream.iterate(0, index -> index < SERVICE_MAP.size(), index -> index + 1)
                .map(index -> new PromQl(
                        place.at("service map " + (index + 1)),
                        SERVICE_MAP.get(index).formatted(selector.isEmpty() ? "{}" : selector),
                        scope,
                        Reading.INSTANT));
    }

    private static String expression(Origin place, JsonNode target, String field) {
        String text = target.path(field).asString("");
        if (text.isBlank()) {
            throw new Unreadable(place, "has no '" + field + "'");
        }
        return text;
    }
}
