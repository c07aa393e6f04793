package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/** The jumps between the signals, built from the provisioned files as Grafana builds them in the browser. */
record Jumps(Backends backends, DataSources sources) {

    /** The traces that the exemplars of a panel lead to. */
    Stream<String> fromExemplars(PromQl query) {
        String label = destination().path("name").asString();
        String sent =
                Evaluation.now(backends, MayBeAbsent.of(Repository.here())).sent(query);
        return backends.prometheus()
                .exemplars(sent, Window.last(Duration.ofMinutes(15)))
                .map(exemplar -> exemplar.path("labels").path(label).asString(""))
                .filter(id -> !id.isEmpty())
                .distinct();
    }

    /** The spans behind an id that stands in an exemplar; none if the trace is not there. */
    List<Span> fromExemplar(String id) {
        sources.require(destination(), "tempo");
        return Span.ofTrace(id, backends.tempo().trace(id));
    }

    /** The streams, with the structured metadata of their lines, that a span leads to. */
    Stream<JsonNode> toLogs(Span span) {
        JsonNode link = sources.settings("tempo").path("tracesToLogsV2");
        sources.require(link, "loki");
        LogQl query = (LogQl)
                sources.queries().filter(LogQl.class::isInstance).findFirst().orElseThrow();
        Window window = around(span, link);
        Reply reply = backends.loki().lines(filled(query, link, span, window), window);
        return Board.stream(reply.json().path("data").path("result")).map(stream -> stream.path("stream"));
    }

    /** The trace that a line leads to, by the first label that the derived field matches. */
    List<Span> fromLine(JsonNode labels) {
        JsonNode field = sources.settings("loki").path("derivedFields").path(0);
        sources.require(field, "tempo");
        Pattern key = Pattern.compile(field.path("matcherRegex").asString());
        String value = labels.properties().stream()
                .filter(label -> key.matcher(label.getKey()).find())
                .map(label -> label.getValue().asString())
                .findFirst()
                .orElseThrow();
        String id = field.path("url").asString().replace("${__value.raw}", value);
        return Span.ofTrace(id, backends.tempo().trace(id));
    }

    /** What a span's link to metrics shows. */
    Finding toMetrics(PromQl query, Span span) {
        JsonNode link = sources.settings("tempo").path("tracesToMetrics");
        sources.require(link, "prometheus");
        Window window = around(span, link);
        String sent = filled(query, link, span, window);
        return new Finding(query, sent, Selection.NONE, backends.prometheus().ask(query.reading(), sent, window));
    }

    private JsonNode destination() {
        return sources.settings("prometheus")
                .path("exemplarTraceIdDestinations")
                .path(0);
    }

    private static String filled(Query query, JsonNode link, Span span, Window window) {
        Map<String, String> fields =
                Map.of("__tags", span.tags(link), "__trace.traceId", span.traceId(), "__span.traceId", span.traceId());
        return new Interpolation(Selection.NONE, window, fields).of(query);
    }

    private static Window around(Span span, JsonNode link) {
        Instant from = span.start().plus(shift(link, "spanStartTimeShift"));
        Instant to = span.end().plus(shift(link, "spanEndTimeShift"));
        // nothing is asked of the future
        return new Window(from, to.isAfter(Instant.now()) ? Instant.now() : to, Duration.ZERO);
    }

    private static Duration shift(JsonNode link, String field) {
        return DurationStyle.SIMPLE.parse(link.path(field).asString("0s"));
    }
}
