package com.example.simulator.traffic;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Picks journeys at random by their weights. Thread-safe if its random generator is. */
class Mix {

    private final NavigableMap<Integer, JourneyName> byUpperBound = new TreeMap<>();
    private final RandomGenerator random;

    Mix(ToIntFunction<JourneyName> weights, RandomGenerator random) {
        this.random = random;
        int sum = 0;
        for (JourneyName name : JourneyName.values()) {
            int weight = weights.applyAsInt(name);
            if (weight > 0 && name != JourneyName.PREPARE) {
                sum += weight;
                byUpperBound.put(sum, name);
            }
        }
        if (byUpperBound.isEmpty()) {
            throw new IllegalStateException("simulator.traffic.mix leaves no journey.");
        }
    }

    JourneyName next() {
        return byUpperBound.higherEntry(random.nextInt(byUpperBound.lastKey())).getValue();
    }
}
