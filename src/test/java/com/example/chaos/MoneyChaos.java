package com.example.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Real processes, broken at random under load: afterwards every ledger tells the same story. */
class MoneyChaos {

    private static final Path RESULTS = Path.of("target", "chaos");

    private static final long LEAST_FAULTS_OF_A_KIND = 2;

    private static final long LEAST_FAULTS = 20;

    private static final long LEAST_PACE = 40;

    @Test
    void moneyIsExactWhateverBreaks() throws Exception {
        Settings settings = Settings.fromProperties();
        System.out.printf("chaos: -Dchaos.seed=%s repeats the faults of this run%n", settings.seed());
        Path work = RESULTS.resolve("%s-%d".formatted(settings.seed(), System.currentTimeMillis()));
        Evidence evidence = ChaosRun.of(settings, work);
        Report report = evidence.report(RESULTS);
        System.out.println(report);
        assertThat(evidence.crowd().broken())
                .as("journeys that the test itself broke")
                .isZero();
        SoftAssertions.assertSoftly(softly -> {
            report.violations()
                    .forEach((what, number) -> softly.assertThat(number)
                            .as("%s; see %s-violations.txt", what, settings.seed())
                            .isZero());
            softly.assertThat(report.journeys()).as("journeys").isGreaterThanOrEqualTo(settings.journeys());
            softly.assertThat(report.faults()).as("kinds of faults").hasSize(FaultKind.values().length);
            if (settings.rounds() >= LEAST_FAULTS_OF_A_KIND) {
                softly.assertThat(report.faultsInAll()).as("faults").isGreaterThanOrEqualTo(LEAST_FAULTS);
                softly.assertThat(report.faults().values())
                        .as("of each kind")
                        .allSatisfy(number -> assertThat(number).isGreaterThanOrEqualTo(LEAST_FAULTS_OF_A_KIND));
                softly.assertThat(report.pace()).as("journeys a second").isGreaterThanOrEqualTo(LEAST_PACE);
            }
        });
    }
}
