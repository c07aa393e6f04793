package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(3, 1, 3, 5, 7, 9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void itIsReadWithItsEnds() {
        assertThat(Spread.of(List.of(1.0, 2.0, 4.0))).hasToString("2.000 (1.000…4.000 of 3)");
    }

    @Test
    void theNoiseOfAMedianIsTheNotchOfABoxPlot() {
        assertThat(Spread.of(List.of(1.0, 3.0, 5.0, 9.0)).noise()).isEqualTo(1.57 * (6 - 2.5) / 2);
    }

    @Test
    void nothingHasNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
