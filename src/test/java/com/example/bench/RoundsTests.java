package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private final List<String> taken = new ArrayList<>();

    @Test
    void variantsTakeTurns() {
        rounds(3);
        assertThat(taken).containsExactly("A", "B", "B", "A", "A", "B");
    }

    @Test
    void theSlicesOfARoundAreOne() {
        Round sum =
                Round.sum(List.of(round(500, 40), new Round(1_000, 2, Duration.ofMillis(50), Duration.ofSeconds(2))));
        assertThat(sum).isEqualTo(new Round(1_500, 2, Duration.ofMillis(90), Duration.ofSeconds(3)));
    }

    @Test
    void costIsProcessorTimeOfAThousandRequests() {
        assertThat(round(500, 40).cost()).isEqualTo(80);
    }

    @Test
    void aRatioComparesRoundsThatStoodBesideEachOther() {
        Rounds rounds = rounds(3);
        assertThat(rounds.ratio("B", "A", Round::cost).median()).isCloseTo(1.1, within(1e-9));
        assertThat(rounds.of("A", Round::cost).median()).isEqualTo(100);
        assertThat(rounds.ratio("B", "A", Round::perSecond).median()).isEqualTo(1);
        assertThat(rounds.requests("A")).isEqualTo(3_000);
        assertThat(rounds.failed("A")).isZero();
    }

    private Rounds rounds(int times) {
        Map<String, Supplier<Round>> variants = new LinkedHashMap<>();
        variants.put("A", () -> take("A", 100));
        variants.put("B", () -> take("B", 110));
        return Rounds.take(times, variants);
    }

    private Round take(String name, long milliseconds) {
        taken.add(name);
        return round(1_000, milliseconds);
    }

    private static Round round(long requests, long milliseconds) {
        return new Round(requests, 0, Duration.ofMillis(milliseconds), Duration.ofSeconds(1));
    }
}
