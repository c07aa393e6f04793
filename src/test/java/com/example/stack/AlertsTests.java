package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stack.LogCases.Talker;
import com.example.testing.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No alert without a test, a runbook, a board and the labels by which it is told; no runbook without its alert. */
class AlertsTests {

    private static final Repository REPOSITORY = Repository.here();

    private static final List<String> HEADINGS = List.of("Meaning", "Impact", "Diagnosis", "Mitigation");

    /** Opened by ops when nobody else is left who could fire it. */
    private static final String OF_OPS_ITSELF = "PipelineSilent";

    private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

    private static final Pattern QUERY = Pattern.compile("^```(promql|logql|traceql)$", Pattern.MULTILINE);

    private static final Pattern BOARD = Pattern.compile(
            "http://localhost:3000/d/([a-z-]+)/\\1\\?var-environment=\\{\\{\\$labels\\.environment}}&var-service=(\\{\\{\\$labels\\.\\w+}}|[a-z-]+)(&.*)?");

    private final List<AlertRule> alerts = AlertRule.all(REPOSITORY).toList();

    private final List<AlertCase> cases = AlertCase.all(REPOSITORY);

    @Test
    void thereAreAlertsOnMetricsAndOnLogs() {
        assertThat(AlertRule.onMetrics(REPOSITORY)).isNotEmpty();
        assertThat(AlertRule.onLogs(REPOSITORY)).isNotEmpty();
    }

    @Test
    void everyAlertOnMetricsIsSeenToFireToStaySilentAndToResolve() {
        assertThat(onMetricsWithout(AlertCase::fires))
                .as("no test in which it fires")
                .isEmpty();
        assertThat(onMetricsWithout(AlertCase::resolves))
                .as("no test in which it resolves")
                .isEmpty();
        assertThat(onMetricsWithout(AlertCase::staysSilent).filter(alert -> !alert.isHeartbeat()))
                .as("no test in which it stays silent")
                .isEmpty();
    }

    @Test
    void everyAlertOnLogsIsSeenToFireAndToStaySilent() {
        Map<Boolean, Set<String>> tested = LogCases.read(REPOSITORY)
                .collect(Collectors.partitioningBy(
                        Talker::fires, Collectors.mapping(Talker::alert, Collectors.toSet())));
        Set<String> onLogs = AlertRule.onLogs(REPOSITORY).map(AlertRule::name).collect(Collectors.toSet());
        assertThat(tested.get(true)).as("with lines that fire it").isEqualTo(onLogs);
        assertThat(tested.get(false)).as("with lines that do not").isEqualTo(onLogs);
    }

    @Test
    void testsAreAboutAlertsThatThereAre() {
        Set<String> names = alerts.stream().map(AlertRule::name).collect(Collectors.toSet());
        assertThat(cases.stream().map(AlertCase::alert)).isSubsetOf(names);
    }

    @Test
    void severitiesAreClosedSets() {
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.labels().path("severity").asString("")).isIn("critical", "warning", "none");
            assertThat(alert.labels().path("sev").asString("")).isIn("1", "2", "3", "4");
        });
    }

    @Test
    void everyAlertSaysWhereAndOfWhom() {
        Stream<JsonNode> firing =
                cases.stream().flatMap(test -> test.checks().stream()).flatMap(check -> check.firing().stream());
        assertThat(firing).isNotEmpty().allSatisfy(labels -> {
            assertThat(labels.path("environment").asString("")).isNotEmpty();
            assertThat(labels.path("service").asString("")).isNotEmpty();
        });
        assertThat(AlertRule.onLogs(REPOSITORY))
                .allSatisfy(alert -> assertThat(alert.expression()).contains("by (environment, service"));
    }

    @Test
    void summariesAreConstantsAndDescriptionsAreNot() {
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.annotation("summary")).isNotBlank().doesNotContain("{{");
            assertThat(alert.annotation("description")).contains("{{");
        });
    }

    @Test
    void everyAlertLeadsToABoard() {
        Set<String> boards =
                Inventory.of(REPOSITORY).boards().stream().map(Board::uid).collect(Collectors.toSet());
        assertThat(alerts).allSatisfy(alert -> {
            Matcher board = BOARD.matcher(alert.annotation("dashboard_url"));
            assertThat(board.matches()).as("board of %s", alert).isTrue();
            assertThat(board.group(1)).isIn(boards);
        });
    }

    @Test
    void everyAlertLeadsToItsRunbookAndEveryRunbookBelongsToAnAlert() {
        assertThat(alerts)
                .allSatisfy(alert -> assertThat(alert.annotation("runbook_url"))
                        .isEqualTo("http://localhost:8070/runbooks/" + alert.name()));
        Stream<String> names = Stream.concat(alerts.stream().map(AlertRule::name), Stream.of(OF_OPS_ITSELF));
        assertThat(runbooks().map(AlertsTests::name))
                .containsExactlyInAnyOrderElementsOf(names.collect(Collectors.toSet()));
    }

    @Test
    void runbooksSayWhatItMeansWhomItHurtsHowToLookAndWhatToDo() {
        assertThat(runbooks()).isNotEmpty().allSatisfy(runbook -> {
            assertThat(runbook.text()).startsWith("# " + name(runbook) + "\n").doesNotContain("TODO", "TBD");
            assertThat(HEADING.matcher(runbook.text()).results().map(found -> found.group(1)))
                    .containsExactlyElementsOf(HEADINGS);
            assertThat(Stream.of(runbook.text().split("\n## .+\n")).skip(1))
                    .as("what stands below its headings")
                    .noneMatch(String::isBlank);
            assertThat(QUERY.matcher(runbook.text()).find())
                    .as("a query that runs")
                    .isTrue();
        });
    }

    private Stream<AlertRule> onMetricsWithout(Predicate<AlertCase> wanted) {
        Set<String> tested = cases.stream().filter(wanted).map(AlertCase::alert).collect(Collectors.toSet());
        return AlertRule.onMetrics(REPOSITORY).filter(alert -> !tested.contains(alert.name()));
    }

    private static Stream<SourceFile> runbooks() {
        return REPOSITORY.files("docs/runbooks", ".md");
    }

    private static String name(SourceFile runbook) {
        return runbook.path().getFileName().toString().replace(".md", "");
    }
}
