package com.example.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTests {

    @Test
    void picksByWeight() {
        Map<JourneyName, Long> picks = picks(JourneyName::defaultWeight);

        for (JourneyName name : JourneyName.values()) {
            double share = picks.getOrDefault(name, 0L) / 100_000.0;
            assertThat(share).as(name.label()).isCloseTo(name.defaultWeight() / 100.0, within(0.01));
        }
    }

    @Test
    void defaultWeightsArePercentagesInWhichAttacksAreRare() {
        assertThat(Stream.of(JourneyName.values())
                        .mapToInt(JourneyName::defaultWeight)
                        .sum())
                .isEqualTo(100);
        assertThat(JourneyName.FORGED_TOKEN.defaultWeight()).isBetween(1, 2);
        assertThat(JourneyName.LOGIN_WRONGLY.defaultWeight()).isBetween(1, 2);
    }

    @Test
    void neverPicksWhatHasNoWeightNorThePreparation() {
        assertThat(picks(name -> name == JourneyName.BUY || name == JourneyName.PREPARE ? 1 : 0))
                .containsOnlyKeys(JourneyName.BUY);
    }

    @Test
    void refusesAMixOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> picks(name -> 0)).withMessageContaining("mix");
    }

    private static Map<JourneyName, Long> picks(ToIntFunction<JourneyName> weights) {
        Mix mix = new Mix(weights, new Random(7));
        return IntStream.range(0, 100_000)
                .mapToObj(i -> mix.next())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
