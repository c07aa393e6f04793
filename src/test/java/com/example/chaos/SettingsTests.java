package com.example.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run can be repeated, and what it measures is what it says. */
class SettingsTests {

    @Test
    void theSameSeedBreaksTheSameThings() {
        assertThat(Plan.of(42, 2, 100)).isEqualTo(Plan.of(42, 2, 100)).isNotEqualTo(Plan.of(43, 2, 100));
    }

    @Test
    void aWholeRunBreaksEachThingTwice() {
        assertThat(Plan.of(42, 2, 100).strikes()).hasSizeGreaterThanOrEqualTo(20);
        for (FaultKind kind : FaultKind.values()) {
            assertThat(Plan.of(42, 2, 100).strikes().stream().filter(strike -> strike.kind() == kind))
                    .as(kind.label())
                    .hasSize(2);
        }
    }

    @Test
    void thePaceLeavesOutTheSecondsInWhichSomethingWasBroken() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Instant> ended = Stream.of(1, 1, 1, 2, 2, 2, 3, 4, 4, 4)
                .map(second -> start.plusSeconds(second).plusMillis(500))
                .toList();
        Struck fault = new Struck(FaultKind.SHOP_KILLED, start.plusMillis(3_200), start.plusMillis(3_900));
        assertThat(Pace.medianPerCalmSecond(ended, List.of(fault), start, start.plusSeconds(5)))
                .isEqualTo(3);
        assertThat(Pace.medianPerCalmSecond(ended, List.of(), start.plus(Duration.ofSeconds(2)), start.plusSeconds(4)))
                .isEqualTo(1);
    }
}
