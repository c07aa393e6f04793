package com.example.stack;

import com.example.testing.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The objectives of a service, in that part of Sloth's format that is used here; anything else in a file is an error. */
record SloSpec(String service, Map<String, String> labels, List<Slo> slos) {

    private static final String VERSION = "prometheus/v1";

    /** Without it the figure of the whole period would weigh five minutes alike, however many events were in them. */
    private static final String EVENT_WEIGHTED = """
            {"chain":[{"id":"sloth.dev/core/sli_rules/v1","config":{"disableOptimized":true}}]}""";

    /**
     * An objective.
     *
     * @param objective in percent
     */
    record Slo(
            String name,
            double objective,
            String errors,
            String total,
            Map<String, String> labels,
            Alert page,
            Alert ticket) {}

    record Alert(String name, Map<String, String> labels, Map<String, String> annotations) {}

    static SloSpec read(SourceFile file) {
        JsonNode spec = Yaml.read(file);
        only(file, spec, "version", "service", "labels", "slo_plugins", "slos");
        require(file, spec.path("version").asString("").equals(VERSION), "the version is not " + VERSION);
        require(
                file,
                spec.path("slo_plugins").toString().equals(EVENT_WEIGHTED),
                "30 days are event-weighted with slo_plugins " + EVENT_WEIGHTED);
        return new SloSpec(
                spec.path("service").asString(),
                texts(spec.path("labels")),
                Board.stream(spec.path("slos")).map(slo -> slo(file, slo)).toList());
    }

    private static Slo slo(SourceFile file, JsonNode slo) {
        only(file, slo, "name", "objective", "description", "sli", "labels", "alerting");
        only(file, slo.path("sli"), "events");
        JsonNode events = slo.path("sli").path("events");
        only(file, events, "error_query", "total_query");
        JsonNode alerting = slo.path("alerting");
        only(file, alerting, "name", "labels", "annotations", "page_alert", "ticket_alert");
        return new Slo(
                slo.path("name").asString(),
                slo.path("objective").asDouble(),
                events.path("error_query").asString(),
                events.path("total_query").asString(),
                texts(slo.path("labels")),
                alert(file, alerting, "page_alert"),
                alert(file, alerting, "ticket_alert"));
    }

    private static Alert alert(SourceFile file, JsonNode alerting, String kind) {
        JsonNode own = alerting.path(kind);
        only(file, own, "labels", "annotations");
        return new Alert(
                alerting.path("name").asString(),
                merged(texts(alerting.path("labels")), texts(own.path("labels"))),
                merged(texts(alerting.path("annotations")), texts(own.path("annotations"))));
    }

    /** The later ones win. */
    @SafeVarargs
    static Map<String, String> merged(Map<String, String>... all) {
        Map<String, String> merged = new TreeMap<>();
        Stream.of(all).forEach(merged::putAll);
        return merged;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private static void only(SourceFile file, JsonNode node, String... names) {
        Set<String> known = Set.of(names);
        node.propertyNames().forEach(name -> require(file, known.contains(name), "does not know " + name));
    }

    private static void require(SourceFile file, boolean condition, String otherwise) {
        if (!condition) {
            throw new Unreadable(new Origin(file.toString(), "objectives"), otherwise);
        }
    }
}
