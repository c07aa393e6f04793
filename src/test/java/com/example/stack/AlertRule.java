package com.example.stack;

import com.example.testing.SourceFile;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An alert as its rule declares it.
 *
 * @param file where the rule stands
 */
record AlertRule(String file, String name, String expression, JsonNode labels, JsonNode annotations) {

    static Stream<AlertRule> onMetrics(Repository repository) {
        return read(repository, "prometheus/rules");
    }

    static Stream<AlertRule> onLogs(Repository repository) {
        return read(repository, "loki/rules");
    }

    static Stream<AlertRule> all(Repository repository) {
        return Stream.concat(onMetrics(repository), onLogs(repository));
    }

    boolean isHeartbeat() {
        return labels.path("severity").asString("").equals("none");
    }

    /** An annotation or nothing, with one spelling of what is filled in. */
    String annotation(String key) {
        return annotations.path(key).asString("").replaceAll("\\{\\{\\s*", "{{").replaceAll("\\s*}}", "}}");
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }

    private static Stream<AlertRule> read(Repository repository, String folder) {
        return repository.files(folder, ".yml", ".yaml").flatMap(file -> read(file, repository.name(file)));
    }

    private static Stream<AlertRule> read(SourceFile file, String name) {
        return Board.stream(Yaml.read(file).path("groups"))
                .flatMap(group -> Board.stream(group.path("rules")))
                .filter(rule -> rule.has("alert"))
                .map(rule -> new AlertRule(
                        name,
                        rule.path("alert").asString(),
                        rule.path("expr").asString(""),
                        rule.path("labels"),
                        rule.path("annotations")));
    }
}
