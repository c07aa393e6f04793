package com.example.stack;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.stack.Query.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every query of the project against the running stack: it has data, or it gets them from the scenario it waits for. */
@Tag("stack")
@Order(1)
@TestMethodOrder(OrderAnnotation.class)
class StackQueriesIntegrationTests {

    /** The rarest journeys of the traffic come once in a minute or two. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** An alert waits for a while before it fires. */
    private static final Duration SCENARIO = Duration.ofMinutes(5);

    private static final Path REPORT = Path.of("target", "stack-queries.txt");

    private static final Inventory INVENTORY = Inventory.of(Repository.here());

    private static final RightlyEmpty RIGHTLY_EMPTY = RightlyEmpty.of(INVENTORY);

    private static final MayBeAbsent ABSENT = MayBeAbsent.of(Repository.here());

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.live();
    }

    @Test
    @Order(1)
    void everyQueryHasData() throws IOException {
        List<Query> queries = asked().stream()
                .filter(query -> RIGHTLY_EMPTY.scenarioOf(query).isEmpty())
                .toList();
        try {
            awaitData(queries, PATIENCE, Finding::hasData, () -> {});
        } finally {
            report();
        }
    }

    /** Each is seen empty once: a slow start may leave something behind. */
    @Test
    @Order(2)
    void theRightlyEmptyAreEmptyAsLongAsAllIsWell() {
        List<Query> withData = new ArrayList<>(listed());
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(10)).untilAsserted(() -> {
            Evaluation lately = Evaluation.back(Duration.ofMinutes(1), stack.backends(), ABSENT);
            withData.removeIf(query -> !lately.of(query).tellsOfSomething());
            assertThat(withData)
                    .as("listed as rightly empty, but never seen empty")
                    .isEmpty();
        });
    }

    @Test
    @Order(3)
    void scenariosFillTheRightlyEmpty() {
        Map<Scenario, List<Query>> byScenario = listed().stream()
                .collect(groupingBy(query -> RIGHTLY_EMPTY.scenarioOf(query).orElseThrow()));
        try {
            // again and again, because a rate needs a second scrape
            byScenario.forEach((scenario, queries) ->
                    awaitData(queries, SCENARIO, Finding::tellsOfSomething, () -> scenario.play(stack.people())));
        } finally {
            stack.people().heal();
        }
    }

    private static void awaitData(
            List<Query> queries, Duration patience, Predicate<Finding> enough, Runnable meanwhile) {
        await().atMost(patience).pollInterval(Duration.ofSeconds(10)).untilAsserted(() -> {
            meanwhile.run();
            assertThat(Evaluation.now(stack.backends(), ABSENT).of(queries).stream()
                            .filter(enough.negate()))
                    .isEmpty();
        });
    }

    private static List<Query> asked() {
        return INVENTORY.queries().stream()
                .filter(query -> query.reading() != Reading.FOLLOWED)
                .toList();
    }

    private static List<Query> listed() {
        return asked().stream()
                .filter(query -> RIGHTLY_EMPTY.scenarioOf(query).isPresent())
                .toList();
    }

    private static void report() throws IOException {
        List<Finding> findings = Evaluation.now(stack.backends(), ABSENT).of(asked());
        Files.write(REPORT, findings.stream().map(Finding::toString).toList());
        System.out.printf(
                "Queries: %d asked, %d with data, %d rightly empty; each stands in %s%n",
                findings.size(), findings.stream().filter(Finding::hasData).count(), listed().size(), REPORT);
    }
}
