package com.example.simulator.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How late an answer is, in milliseconds; never more than {@link #LONGEST}. */
sealed interface Delay {

    Duration LONGEST = Duration.ofSeconds(120);

    /** The delay of one answer. */
    default Duration next(RandomGenerator random) {
        return Duration.ofMillis(Math.clamp(Math.round(millis(random)), 0, LONGEST.toMillis()));
    }

    double millis(RandomGenerator random);

    /** No delay. */
    record None() implements Delay {

        @Override
        public double millis(RandomGenerator random) {
            return 0;
        }
    }

    /** Always the same. */
    record Fixed(long millis) implements Delay {

        @Override
        public double millis(RandomGenerator random) {
            return millis;
        }
    }

    /** Equally likely anywhere between two bounds. */
    record Uniform(long min, long max) implements Delay {

        @Override
        public double millis(RandomGenerator random) {
            return min + random.nextDouble() * (max - min);
        }
    }

    /** Mostly near the median with a long tail: one answer in a hundred is later than the 99th percentile. */
    record Lognormal(long median, long p99) implements Delay {

        private static final double Z99 = 2.326348;

        @Override
        public double millis(RandomGenerator random) {
            double sigma = Math.log((double) p99 / median) / Z99;
            return median * Math.exp(sigma * random.nextGaussian());
        }
    }
}
