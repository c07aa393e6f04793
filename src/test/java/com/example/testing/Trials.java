package com.example.testing;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Tries a property with made-up values; {@code -Dtrials.seed=…} tries the values of one failure again, alone. */
public final class Trials {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Trials() {}

    /** Tries it so many times; the first failure is thrown with the seed of its values. */
    public static void of(int number, Property property) {
        Long one = Long.getLong("trials.seed");
        if (one != null) {
            attempt(one, property);
            return;
        }
        long first = RandomGenerator.getDefault().nextLong();
        for (int i = 0; i < number; i++) {
            attempt(first + i, property);
        }
    }

    private static void attempt(long seed, Property property) {
        try {
            property.holdsFor(RANDOM.create(seed));
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("with -Dtrials.seed=" + seed + ": " + failure.getMessage(), failure);
        }
    }

    /** What must hold whatever the values are. */
    public interface Property {
        void holdsFor(RandomGenerator random) throws Exception;
    }
}
