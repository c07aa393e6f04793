package com.example.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is said about reliability is what was measured. */
class ReliabilityTableTests {

    @Test
    void theTableIsWhatTheRunsFound() throws IOException {
        String document = Files.readString(ReliabilityTable.DOCUMENT);
        new GeneratedFile(ReliabilityTable.DOCUMENT.toString()).assertIs(ReliabilityTable.rewritten(document));
    }

    @Test
    void everyRunThatIsShownWasAWholeOneAndFoundNothing() {
        assertThat(ReliabilityTable.results()).isNotEmpty().allSatisfy(report -> {
            assertThat(report.violations().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Check.values()).map(Check::what).toList());
            assertThat(report.violations().values()).as(report.seed()).containsOnly(0);
            assertThat(report.journeys()).isGreaterThanOrEqualTo(20_000);
            assertThat(report.faults()).hasSize(FaultKind.values().length);
            assertThat(report.faults().values()).allMatch(number -> number >= 2);
        });
    }
}
