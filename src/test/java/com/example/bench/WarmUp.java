package com.example.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rounds that nobody counts, until the cost of a request has stopped falling. */
public record WarmUp(int least, int most) {

    /** What a noisy machine adds and takes away. */
    private static final double STILL_FALLING = 0.97;

    private static final int WINDOW = 3;

    /** The cost of each round; the last ones are not below those before them, or the most rounds were taken. */
    public List<Double> run(Supplier<Round> round) {
        List<Double> costs = new ArrayList<>();
        while (costs.size() < most && (costs.size() < least || falls(costs))) {
            costs.add(round.get().cost());
        }
        return costs;
    }

    private static boolean falls(List<Double> costs) {
        int size = costs.size();
        if (size < 2 * WINDOW) {
            return true;
        }
        double before =
                Spread.of(costs.subList(size - 2 * WINDOW, size - WINDOW)).median();
        double now = Spread.of(costs.subList(size - WINDOW, size)).median();
        return now < STILL_FALLING * before;
    }
}
