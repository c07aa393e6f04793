package com.example.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBudgetTests {

    private static final Duration PERIOD = Duration.ofDays(30);

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void ofTenMillionRequestsTenThousandMayFailOrAllForFortyThreeMinutes() {
        ErrorBudget budget = budget(0.999, 10_000_000, 4_000);

        assertThat(budget.allowedErrors()).isEqualTo(10_000);
        assertThat(budget.allowedMinutes()).isEqualTo(43.2);
        assertThat(budget.actual()).isEqualTo(0.9996);
        assertThat(budget.margin()).isEqualTo(0.0006);
        assertThat(budget.met()).isTrue();
        assertThat(budget.spentMinutes()).isEqualTo(17.28);
        assertThat(budget.left()).isEqualTo(0.6);
    }

    @Test
    void whatIsSpentToTheLastErrorIsMetAndOneMoreIsNot() {
        assertThat(budget(0.999, 10_000_000, 10_000))
                .returns(true, ErrorBudget::met)
                .returns(0.0, ErrorBudget::left);
        assertThat(budget(0.999, 10_000_000, 10_001))
                .returns(false, ErrorBudget::met)
                .returns(-0.0001, ErrorBudget::left);
    }

    @Test
    void minutesAreOfTheTimeThatIsKnown() {
        ErrorBudget young = new ErrorBudget(0.999, 3_600, 600, PERIOD, Duration.ofHours(1));

        assertThat(young.allowedMinutes()).isEqualTo(43.2);
        assertThat(young.spentMinutes()).isEqualTo(10);
    }

    @Test
    void aShareOfTheBudgetIsOneOfItsErrors() {
        assertThat(budget(0.95, 1_000, 10).used(5)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1", "0.0144, 14.4", "1, 1000", "0, 0"})
    void aBurnRateIsHowManyTimesTooFast(double errorRatio, double rate) {
        assertThat(budget(0.999, 1_000_000, 0).burnRate(errorRatio)).isEqualTo(rate);
    }

    @Test
    void whatIsLeftLastsAsLongAsItsRateLets() {
        ErrorBudget half = budget(0.999, 1_000_000, 500);

        assertThat(half.exhaustion(NOW, 15)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(half.exhaustion(NOW, 0.4)).as("beyond the period").isNull();
        assertThat(half.exhaustion(NOW, 0)).isNull();
        assertThat(budget(0.999, 1_000_000, 1_000).exhaustion(NOW, 0)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 1", "0, 10, 1", "0.9, 0, 0", "0.9, 10, 11", "0.9, 10, -1", "NaN, 10, 1", "0.9, NaN, 1"})
    void ofWhatCannotBeThereIsNoBudget(double target, double events, double errors) {
        assertThatThrownBy(() -> budget(target, events, errors)).isInstanceOf(UnreliableFigures.class);
    }

    private static ErrorBudget budget(double target, double events, double errors) {
        return new ErrorBudget(target, events, errors, PERIOD, PERIOD);
    }
}
