package com.example.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Values of several rounds: the middle one and how far they lie apart. */
public record Spread(int rounds, double least, double lowerQuarter, double median, double upperQuarter, double most) {

    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(
                sorted.size(),
                sorted.getFirst(),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted.getLast());
    }

    /** Between the two nearest values, in proportion. */
    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /**
     * What the median may be off by chance: the notch of a box plot, 1.57 times the middle half over the root of the number
     * (McGill, Tukey and Larsen, Variations of Box Plots, 1978).
     */
    double noise() {
        return 1.57 * (upperQuarter - lowerQuarter) / Math.sqrt(rounds);
    }

    /** The median, and in brackets the ends. */
    String text(String number) {
        return String.format(Locale.ROOT, number + " (" + number + "…" + number + ")", median, least, most);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f…%.3f of %d)", median, least, most, rounds);
    }
}
