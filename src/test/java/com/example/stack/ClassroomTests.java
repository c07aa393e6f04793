package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.ScriptRun;
import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The overlay for classes takes the same rules, with shorter windows, and changes nothing else. */
class ClassroomTests {

    private static final String RULES = "prometheus/rules";

    private static final JsonNode OVERLAY = Yaml.read(SourceFile.read(Path.of("docker-compose.classroom.yml")));

    @TempDir
    private Path copies;

    @BeforeEach
    void copy() {
        ScriptRun run = ScriptRun.of(
                Duration.ofSeconds(20), Map.of(), List.of("sh", "docker/classroom-rules", RULES, copies.toString()));
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void everyRuleIsThereUnderItsName() {
        assertThat(SourceFile.below(RULES)).isNotEmpty();
        assertThat(lines(copies.toString(), ClassroomTests::names)).isEqualTo(lines(RULES, ClassroomTests::names));
    }

    @Test
    void nothingButWindowsIsShorter() {
        assertThat(withoutWindows(copies.toString())).isEqualTo(withoutWindows(RULES));
        assertThat(lines(copies.toString(), line -> line.contains("for: 20s"))).isNotEmpty();
    }

    @Test
    void theOverlayChangesRulesAndTheQuietPeriodAlone() {
        assertThat(OVERLAY.path("services").propertyNames())
                .containsExactlyInAnyOrder("classroom-rules", "prometheus", "ops");
        assertThat(OVERLAY.path("services").path("prometheus").propertyNames())
                .containsExactlyInAnyOrder("depends_on", "volumes");
        assertThat(OVERLAY.path("services").path("ops").path("environment").propertyNames())
                .containsExactly("OPS_INCIDENTS_QUIETPERIOD");
        JsonNode copier = OVERLAY.path("services").path("classroom-rules");
        assertThat(copier.path("read_only").asBoolean()).isTrue();
        assertThat(copier.path("cap_drop").path(0).asString()).isEqualTo("ALL");
        assertThat(copier.path("network_mode").asString()).isEqualTo("none");
    }

    private static List<String> withoutWindows(String folder) {
        return lines(folder, line -> true).stream()
                .map(line -> line.replaceAll("\\[[0-9]+m]", "[?]").replaceFirst("for: [0-9]+[sm]$", "for: ?"))
                .toList();
    }

    private static boolean names(String line) {
        return Stream.of("- alert:", "- record:", "- name:").anyMatch(line::contains);
    }

    /** Of the files in the order of their names. */
    private static List<String> lines(String folder, Predicate<String> wanted) {
        return SourceFile.below(folder).stream()
                .flatMap(file -> file.text().lines())
                .filter(wanted)
                .collect(Collectors.toList());
    }
}
