package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    @Test
    void itGoesOnWhileTheCostFalls() {
        assertThat(run(new WarmUp(6, 50), 700L, 400L, 300L, 200L, 150L, 120L, 110L, 105L, 104L, 104L, 103L, 104L))
                .endsWith(104.0, 103.0, 104.0)
                .hasSize(12);
    }

    @Test
    void itEndsWhenTheCostStaysThough() {
        assertThat(run(new WarmUp(6, 50), 100L)).hasSize(6);
    }

    @Test
    void itGoesOnWhileTheCompilersWork() {
        Iterator<Integer> compiling =
                List.of(0, 50, 50, 90, 90, 130, 130, 160, 160, 163, 163, 164).iterator();
        assertThat(new WarmUp(2, 50)
                        .run(
                                () -> new Round(1_000, 0, Duration.ofMillis(100), Duration.ofSeconds(1)),
                                () -> Duration.ofMillis(compiling.next())))
                .hasSize(6);
    }

    @Test
    void itEndsAtTheMost() {
        assertThat(run(new WarmUp(1, 7), 900L, 800L, 700L, 600L, 500L, 400L, 300L, 200L))
                .hasSize(7);
    }

    /** The last cost lasts for ever. */
    private static List<Double> run(WarmUp warmUp, Long... costs) {
        long last = costs[costs.length - 1];
        Iterator<Long> all =
                Stream.concat(Stream.of(costs), Stream.generate(() -> last)).iterator();
        return warmUp.run(
                () -> new Round(1_000, 0, Duration.ofMillis(all.next()), Duration.ofSeconds(1)), () -> Duration.ZERO);
    }
}
