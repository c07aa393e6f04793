package com.example.stack;

import com.example.testing.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines by which alerts on logs are tested, from {@code loki/tests}: for each alert those that fire it, and others. */
final class LogCases {

    /** A service that logs something and makes the alert fire or not. */
    record Talker(String alert, boolean fires, String service, String level, List<String> lines) {}

    private LogCases() {}

    static Stream<Talker> read(Repository repository) {
        return repository.files("loki/tests", ".test.yml").flatMap(LogCases::talkers);
    }

    private static Stream<Talker> talkers(SourceFile file) {
        return Yaml.read(file).properties().stream()
                .flatMap(alert -> Stream.concat(
                        talkers(alert.getKey(), true, alert.getValue().path("fires")),
                        talkers(alert.getKey(), false, alert.getValue().path("silent"))));
    }

    private static Stream<Talker> talkers(String alert, boolean fires, JsonNode cases) {
        return IntStream.range(0, cases.size()).mapToObj(number -> {
            JsonNode said = cases.get(number);
            String service = (alert + (fires ? "-fires-" : "-silent-") + number).toLowerCase(Locale.ROOT);
            return new Talker(alert, fires, service, said.path("level").asString(), lines(service, said));
        });
    }

    private static List<String> lines(String service, JsonNode said) {
        return Stream.of("line", "also", "text")
                .filter(said::has)
                .map(key -> line(service, said, said.get(key)))
                .flatMap(line ->
                        Stream.generate(() -> line).limit(said.path("times").asInt()))
                .toList();
    }

    private static String line(String service, JsonNode said, JsonNode text) {
        if (text.isString()) {
            return text.asString();
        }
        ObjectNode line = (ObjectNode) text.deepCopy();
        line.put("timestamp", Instant.now().toString());
        line.put("level", said.path("level").asString().toUpperCase(Locale.ROOT));
        line.put("service", service);
        return line.toString();
    }
}
