package com.example.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rounds of several variants, taken in turns, so that a machine that changes changes for all of them; every second time the
 * other way round, so that none is always the one that another has just made way for.
 */
public record Rounds(Map<String, List<Round>> byVariant) {

    /** Each variant in turn, so many times; each measures one round of itself. */
    public static Rounds take(int times, Map<String, Supplier<Round>> variants) {
        Map<String, List<Round>> all = new LinkedHashMap<>();
        variants.keySet().forEach(name -> all.put(name, new ArrayList<>()));
        List<String> names = List.copyOf(all.keySet());
        for (int i = 0; i < times; i++) {
            for (String name : i % 2 == 0 ? names : names.reversed()) {
                all.get(name).add(variants.get(name).get());
            }
        }
        return new Rounds(all);
    }

    public Spread of(String variant, ToDoubleFunction<Round> figure) {
        return Spread.of(
                byVariant.get(variant).stream().map(figure::applyAsDouble).toList());
    }

    /** Round by round: the figure of one variant over that of the round of the other beside it. */
    public Spread ratio(String variant, String over, ToDoubleFunction<Round> figure) {
        List<Round> ones = byVariant.get(variant);
        List<Round> others = byVariant.get(over);
        return Spread.of(IntStream.range(0, ones.size())
                .mapToObj(i -> figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i)))
                .toList());
    }

    public long failed(String variant) {
        return byVariant.get(variant).stream().mapToLong(Round::failed).sum();
    }

    public long requests(String variant) {
        return byVariant.get(variant).stream().mapToLong(Round::requests).sum();
    }
}
