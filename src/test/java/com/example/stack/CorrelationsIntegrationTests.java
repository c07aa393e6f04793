package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every jump between the signals lands, and on the same trace. */
@Tag("stack")
class CorrelationsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Inventory INVENTORY = Inventory.of(Repository.here());

    private static Jumps jumps;

    @BeforeAll
    static void start() {
        jumps = new Jumps(Stack.live().backends(), INVENTORY.dataSources().getFirst());
    }

    @Test
    void everyPanelWithExemplarsLeadsToATrace() {
        List<PromQl> panels = withExemplars().toList();
        assertThat(panels).isNotEmpty();
        eventually(() -> assertThat(panels.stream()
                        .filter(panel -> tracesOf(panel).findFirst().isEmpty()))
                .isEmpty());
    }

    @Test
    void exemplarTraceLineAndTraceAreOne() {
        Span span = spanWithLines();
        List<JsonNode> lines = jumps.toLogs(span).toList();
        assertThat(lines)
                .allSatisfy(labels ->
                        assertThat(labels.path("trace_id").asString("")).isEqualTo(span.traceId()));
        assertThat(lines)
                .allSatisfy(labels -> assertThat(jumps.fromLine(labels)).contains(span));
    }

    @Test
    void everyQueryOfASpanHasData() {
        List<PromQl> queries = INVENTORY.queries().stream()
                .filter(query -> query.reading() == Reading.FOLLOWED)
                .filter(PromQl.class::isInstance)
                .map(PromQl.class::cast)
                .toList();
        assertThat(queries).isNotEmpty();
        eventually(() -> {
            Span span = spanWithLines();
            assertThat(queries.stream()
                            .map(query -> jumps.toMetrics(query, span))
                            .filter(finding -> !finding.hasData()))
                    .isEmpty();
        });
    }

    /** One that an exemplar of a panel leads to and that says something in the logs. */
    private static Span spanWithLines() {
        Callable<Stream<Span>> spans = () -> withExemplars()
                .flatMap(CorrelationsIntegrationTests::tracesOf)
                .flatMap(List::stream)
                .filter(span -> jumps.toLogs(span).findAny().isPresent());
        return await("an exemplar whose trace has a line in the logs")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> spans.call().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static Stream<List<Span>> tracesOf(PromQl panel) {
        return jumps.fromExemplars(panel).map(jumps::fromExemplar).filter(spans -> !spans.isEmpty());
    }

    private static Stream<PromQl> withExemplars() {
        return INVENTORY.queries().stream()
                .filter(PromQl.class::isInstance)
                .map(PromQl.class::cast)
                .filter(PromQl::exemplars);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(5)).untilAsserted(assertion);
    }
}
