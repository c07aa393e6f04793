package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is said about performance is what was measured. */
class PerformanceDocumentTests {

    private final BenchResults results = BenchResults.kept();

    @Test
    void theFiguresAreTheResults() throws IOException {
        String document = Files.readString(PerformanceDocument.DOCUMENT);
        new GeneratedFile(PerformanceDocument.DOCUMENT.toString())
                .assertIs(new PerformanceDocument(results).rewritten(document));
    }

    @Test
    void theChartIsTheResults() {
        new GeneratedFile(PerformanceDocument.CHART.toString()).assertIs(new PerformanceDocument(results).chart());
    }

    @Test
    void theMetricsAreTheResults() {
        new GeneratedFile(Publication.FILE.toString()).assertIs(new Publication(results).text());
    }

    @Test
    void eachJourneyWasMeasuredInAllVariantsAndWholeRounds() {
        assertThat(results.byPart()).containsKeys(Part.ORDER_READ);
        assertThat(Part.journeys().stream().flatMap(part -> results.journey(part).stream()))
                .allSatisfy(report -> {
                    assertThat(report.variants()).containsOnlyKeys(Variant.values());
                    assertThat(report.variants().values())
                            .allSatisfy(it -> assertThat(it.cost().rounds()).isGreaterThanOrEqualTo(5));
                });
    }
}
