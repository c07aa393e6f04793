package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of which run each part of the document is. */
class BenchResultsTests {

    private final BenchResult older = BenchResults.kept().byPart().get(Part.ORDER_READ);

    private final BenchResult newer = new BenchResult(Machine.here(), older.versions(), older.figures());

    @Test
    void whatWasNotMeasuredAnewStays() {
        assertThat(over(Part.TABLES, newer).byPart())
                .containsOnly(Map.entry(Part.ORDER_READ, older), Map.entry(Part.TABLES, newer));
    }

    @Test
    void whatWasMeasuredAnewTakesThePlaceOfTheOlder() {
        assertThat(over(Part.ORDER_READ, newer).byPart()).containsOnly(Map.entry(Part.ORDER_READ, newer));
    }

    @Test
    void aJourneyWithSomeVariantsTakesNoPlaceOfOneWithAll() {
        JsonNode figures = older.figures().deepCopy();
        ((ObjectNode) figures.get("variants")).remove("C");
        BenchResult some = new BenchResult(Machine.here(), older.versions(), figures);
        assertThat(over(Part.ORDER_READ, some).byPart()).containsOnly(Map.entry(Part.ORDER_READ, older));
    }

    private BenchResults over(Part part, BenchResult result) {
        return new BenchResults(Map.of(part, result)).over(new BenchResults(Map.of(Part.ORDER_READ, older)));
    }
}
