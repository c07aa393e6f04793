package com.example.stack;

import com.example.stack.SloRules.Group;
import com.example.stack.SloRules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Rules as the text of a file for Prometheus. */
final class SloRulesFile {

    private static final JsonMapper JSON = new JsonMapper();

    private SloRulesFile() {}

    static String text(String source, List<Group> groups) {
        return "# Made from %s as Sloth would: do not edit.\n".formatted(source)
                + "# `./mvnw test -Dtest=SloRulesTests -Dslo.rules.update=true` writes it anew.\n"
                + "groups:\n"
                + groups.stream().map(SloRulesFile::group).collect(Collectors.joining());
    }

    private static String group(Group group) {
        return "  - name: %s\n    rules:\n".formatted(group.name())
                + group.rules().stream().map(SloRulesFile::rule).collect(Collectors.joining());
    }

    private static String rule(Rule rule) {
        return "      - %s: %s\n".formatted(rule.isAlert() ? "alert" : "record", rule.name())
                + "        expr: |-\n"
                + rule.expression().indent(10)
                + texts("labels", rule.labels())
                + (rule.isAlert() ? texts("annotations", rule.annotations()) : "");
    }

    /** A text in JSON is one in YAML, whatever is in it. */
    private static String texts(String name, Map<String, String> texts) {
        return "        %s:\n".formatted(name)
                + texts.entrySet().stream()
                        .map(text ->
                                "          %s: %s\n".formatted(text.getKey(), JSON.writeValueAsString(text.getValue())))
                        .collect(Collectors.joining());
    }
}
