package com.example.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTests {

    @Test
    void eachTrialHasValuesOfItsOwn() {
        List<Long> values = new ArrayList<>();
        Trials.of(100, random -> values.add(random.nextLong()));
        assertThat(new HashSet<>(values)).hasSize(100);
    }

    @Test
    void aFailureSaysHowToTryItAgain() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Trials.of(
                        1_000, random -> assertThat(random.nextInt(10)).isNotEqualTo(7)))
                .withMessageContaining("-Dtrials.seed=");
    }
}
