package com.example.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is broken, when and in which order: the same for the same seed. */
record Plan(List<Strike> strikes) {

    private static final int LEAST_CALM = 5_000;

    private static final int LEAST_LENGTH = 2_000;

    /** Each kind so many times, shuffled; all times are so many percent of those of a whole run. */
    static Plan of(long seed, int rounds, int percent) {
        Random random = new Random(seed);
        List<FaultKind> kinds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Collections.addAll(kinds, FaultKind.values());
        }
        Collections.shuffle(kinds, random);
        return new Plan(
                kinds.stream().map(kind -> strike(kind, random, percent)).toList());
    }

    private static Strike strike(FaultKind kind, Random random, int percent) {
        return new Strike(
                kind,
                Duration.ofMillis((LEAST_CALM + random.nextInt(4_000)) * percent / 100),
                Duration.ofMillis((LEAST_LENGTH + random.nextInt(6_000)) * percent / 100),
                random.nextInt(2),
                40 + random.nextInt(61));
    }
}
