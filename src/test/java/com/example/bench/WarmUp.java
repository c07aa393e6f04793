package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rounds that nobody counts, until the cost of a request has stopped falling and the compilers have next to nothing to do:
 * on a noisy machine a cost seems to stay long before they are done.
 */
public record WarmUp(int least, int most) {

    /** What a noisy machine adds and takes away. */
    private static final double STILL_FALLING = 0.97;

    /** Of the processor time of a round. */
    private static final double STILL_COMPILING = 0.02;

    private static final int WINDOW = 3;

    /**
     * The cost of each round; the last ones are not below those before them, or the most rounds were taken.
     *
     * @param compiling how long the compilers have worked so far
     */
    public List<Double> run(Supplier<Round> round, Supplier<Duration> compiling) {
        List<Double> costs = new ArrayList<>();
        boolean compiles = true;
        while (costs.size() < most && (costs.size() < least || compiles || falls(costs))) {
            Duration before = compiling.get();
            Round taken = round.get();
            compiles = compiling.get().minus(before).toNanos()
                    > STILL_COMPILING * taken.processor().toNanos();
            costs.add(taken.cost());
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
