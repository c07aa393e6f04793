package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.testing.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules in the repository are those that the objectives yield, and those that Sloth would yield. */
class SloRulesTests {

    private static final String SLOTH = System.getProperty("sloth", "");

    static Stream<SourceFile> objectives() {
        return Repository.here().files("prometheus/slo", ".yml");
    }

    @Test
    void thereAreObjectives() {
        assertThat(objectives()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void theRulesAreThoseOfTheObjectives(SourceFile objectives) throws IOException {
        Path rules = rulesOf(objectives);
        String text = text(objectives);
        if (Boolean.getBoolean("slo.rules.update")) {
            Files.writeString(rules, text);
        }

        assertThat(rules)
                .as("write it anew with -Dslo.rules.update=true")
                .content()
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    @DisabledIf("hasNoSloth")
    void slothYieldsTheSame(SourceFile objectives, @TempDir Path folder) throws Exception {
        Path output = folder.resolve("rules.yml");
        Process sloth = new ProcessBuilder(
                        SLOTH, "generate", "-i", objectives.path().toString(), "-o", output.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sloth.log").toFile())
                .start();
        assertThat(sloth.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sloth.exitValue())
                .as(() -> SourceFile.read(folder.resolve("sloth.log")).text())
                .isZero();

        assertThat(rules(SourceFile.read(rulesOf(objectives))))
                .isNotEmpty()
                .containsExactlyElementsOf(rules(SourceFile.read(output)));
    }

    static boolean hasNoSloth() {
        if (SLOTH.isEmpty()) {
            System.out.println("Skipped: SloRulesTests.slothYieldsTheSame needs Sloth: -Dsloth= names no binary");
        }
        return SLOTH.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"period: 7d", "slo_plugins: {chain: []}"})
    void whatIsNotUnderstoodIsAnError(String line) {
        SourceFile some = objectives().findFirst().orElseThrow();
        String name = line.substring(0, line.indexOf(':'));
        String without = some.text().replaceFirst("(?m)^" + name + ":(\\n  .*)*\\n", "");
        SourceFile other = new SourceFile(some.path(), without + line + "\n");

        assertThatThrownBy(() -> SloSpec.read(other)).hasMessageContaining(name);
    }

    private static String text(SourceFile objectives) {
        String source = Repository.here().name(objectives);
        return SloRulesFile.text(source, new SloRules(SloSpec.read(objectives)).groups());
    }

    private static Path rulesOf(SourceFile objectives) {
        String name = objectives.path().getFileName().toString().replaceFirst("\\.yml$", "-slo.yml");
        return Repository.here().root().resolve("prometheus/rules").resolve(name);
    }

    /** Each with its group, without what names the program that made it. */
    private static List<String> rules(SourceFile file) {
        return Board.stream(Yaml.read(file).path("groups"))
                .flatMap(group -> Board.stream(group.path("rules"))
                        .map(rule -> group.path("name").asString() + " " + comparable((ObjectNode) rule)))
                .toList();
    }

    private static JsonNode comparable(ObjectNode rule) {
        rule.put("expr", rule.path("expr").asString().strip());
        if (rule.path("labels") instanceof ObjectNode labels) {
            labels.remove("sloth_version");
        }
        rule.properties().stream().toList().forEach(entry -> rule.set(entry.getKey(), sorted(entry.getValue())));
        return sorted(rule);
    }

    private static JsonNode sorted(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            return node;
        }
        ObjectNode sorted = fields.objectNode();
        fields.propertyNames().stream().sorted().forEach(name -> sorted.set(name, fields.get(name)));
        return sorted;
    }
}
