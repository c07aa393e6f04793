package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.ScriptRun;
import com.example.testing.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scenario tells people to look for is there. */
class ScenarioFilesTests {

    private static final Pattern ALERT = Pattern.compile("^ *- alert: (\\w+)$", Pattern.MULTILINE);

    static List<ScenarioFile> scenarios() {
        return ScenarioFile.all();
    }

    @Test
    void thereAreTheFirstFour() {
        assertThat(scenarios().stream().map(ScenarioFile::name))
                .contains("gateway-outage", "gateway-slow", "pool-exhausted", "credential-stuffing");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void itsAlertsAreRules(ScenarioFile scenario) {
        assertThat(alerts()).containsAll(scenario.alerts());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void itsPanelIsOnItsBoard(ScenarioFile scenario) {
        assertThat(BoardFile.all().stream()
                        .filter(board -> board.text("uid").equals(scenario.board()))
                        .flatMap(board -> board.panels().stream())
                        .map(panel -> panel.text("title")))
                .as("panels of %s", scenario.board())
                .contains(scenario.panel());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void itsRunbookIsThatOfItsFirstAlert(ScenarioFile scenario) {
        assertThat(scenario.runbook())
                .isEqualTo("docs/runbooks/" + scenario.alerts().getFirst() + ".md");
        assertThat(Files.isRegularFile(Path.of(scenario.runbook())))
                .as(scenario.runbook())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void itSaysWhichTraceToLookForAndWhatItIs(ScenarioFile scenario) {
        assertThat(scenario.trace()).startsWith("{ ").endsWith(" }");
        assertThat(scenario.file().text()).contains("\nwhat='", "\ntrace_words='", "\nwithin=");
    }

    /** Neither compose nor the local run knows of this shop, and nobody listens at its port. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void whatCannotBeBrokenIsNotSaidToBe(ScenarioFile scenario) {
        Map<String, String> nowhere = Map.of(
                "COMPOSE_PROJECT_NAME", "nobody",
                "SCENARIO_SHOP", "http://localhost:1",
                "SCENARIO_GATEWAY", "http://localhost:1");
        ScriptRun run =
                ScriptRun.of(Duration.ofMinutes(1), nowhere, List.of("scripts/scenario", "break", scenario.name()));
        assertThat(run.exit()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("scenario: the ").doesNotContain("broken");
    }

    private static Set<String> alerts() {
        return SourceFile.below("prometheus/rules").stream()
                .flatMap(file -> ALERT.matcher(file.text()).results())
                .map((MatchResult alert) -> alert.group(1))
                .collect(Collectors.toSet());
    }
}
