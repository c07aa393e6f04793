package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymsTests {

    private final Pseudonyms pseudonyms = new Pseudonyms("one key of at least thirty-two bytes".getBytes());

    @Test
    void theSameSubjectAlwaysHasTheSamePseudonymOnManyThreads() {
        Set<String> made = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> pseudonyms.of("someone"))
                .collect(Collectors.toSet());

        assertThat(made).hasSize(1).first().asString().matches("u_[\\w-]{16}");
    }

    @Test
    void anotherSubjectOrAnotherKeyGivesAnother() {
        Pseudonyms otherKey = new Pseudonyms("another key of at least thirty-two bytes".getBytes());

        assertThat(pseudonyms.of("someone"))
                .isNotEqualTo(pseudonyms.of("someone else"))
                .isNotEqualTo(otherKey.of("someone"));
    }
}
