package com.example.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The figures of one journey, variant by variant. */
record JourneyReport(String journey, Turns turns, Map<Variant, Figures> variants) {

    /**
     * How they were taken.
     *
     * @param starts processes of each variant, one after the other, all of whose rounds count
     * @param perSecond requests, where they were sent at a steady rate: the median of the starts
     */
    record Turns(int starts, int perSecond) {}

    /**
     * In milliseconds, at half of the rate that the bare variant can answer.
     *
     * @param p50 that half of the requests waited no longer than
     * @param p99 that 99 of 100 did
     * @param added to the p99 of the bare variant, turn by turn
     */
    record Waiting(Spread p50, Spread p99, Spread added) {

        /** Of as many turns of both. */
        static Waiting of(List<OpenLoop.Result> all, List<OpenLoop.Result> bare) {
            return new Waiting(
                    Spread.of(all.stream().map(it -> it.millis(0.5)).toList()),
                    Spread.of(all.stream().map(it -> it.millis(0.99)).toList()),
                    Spread.of(IntStream.range(0, all.size())
                            .mapToObj(i -> all.get(i).millis(0.99) - bare.get(i).millis(0.99))
                            .toList()));
        }
    }

    /**
     * Of one variant.
     *
     * @param cost processor milliseconds for 1,000 requests
     * @param costOfBare that of the bare variant over its own, round by round
     * @param allocated bytes for each request
     * @param logBytes for each request
     * @param spans that arrived, in all rounds
     * @param served those of them that are of a request served
     * @param expected as many of these as there were requests, or 0 where only some are sampled or none are made
     * @param lostSpans that the process itself counted
     * @param series in a scrape after it
     * @param compiling the time for which a compiler was at work, over the processor time
     */
    record Figures(
            Spread cost,
            Spread costOfBare,
            Spread perSecond,
            Spread allocated,
            Spread logBytes,
            long requests,
            long failed,
            long spans,
            long served,
            long expected,
            long lostSpans,
            long series,
            Spread compiling,
            Waiting waiting) {

        /** A row says nothing when spans are missing: they were not paid for. */
        boolean isValid() {
            return failed == 0 && lostSpans == 0 && served >= expected;
        }

        double spansPerRequest() {
            return (double) spans / requests;
        }

        /** The share of the spans that came, and why the row says nothing if it does not. */
        String arrived() {
            String share = expected == 0
                    ? spans == 0 ? "–" : "%,d lost".formatted(lostSpans)
                    : String.format(Locale.ROOT, "%.1f %%", 100.0 * served / expected);
            return isValid() ? share : "**" + share + ", " + failed + " failed: void**";
        }
    }

    static JourneyReport of(
            Journey journey, List<Integer> perSecond, Map<String, List<Cost>> costs, Map<String, Long> series) {
        Rounds rounds = rounds(costs);
        Map<Variant, Figures> figures = new LinkedHashMap<>();
        costs.forEach((variant, all) -> {
            long requests = all.stream().mapToLong(Cost::requests).sum();
            boolean traced = Variant.valueOf(variant).tracesAll();
            figures.put(
                    Variant.valueOf(variant),
                    new Figures(
                            rounds.of(variant, Round::cost),
                            rounds.ratio(Variant.A.name(), variant, Round::cost),
                            rounds.of(variant, Round::perSecond),
                            spread(all, Cost::allocatedPerRequest),
                            spread(all, Cost::logBytesPerRequest),
                            requests,
                            rounds.failed(variant)
                                    + all.stream()
                                            .mapToLong(it -> it.waits().failed())
                                            .sum(),
                            all.stream().mapToLong(it -> it.left().spans()).sum(),
                            all.stream().mapToLong(it -> it.left().served()).sum(),
                            traced ? requests : 0,
                            all.stream().mapToLong(it -> it.left().lostSpans()).sum(),
                            series.get(variant),
                            spread(all, Cost::compilingShare),
                            Waiting.of(waits(all), waits(costs.get(Variant.A.name())))));
        });
        double steady =
                Spread.of(perSecond.stream().map(Integer::doubleValue).toList()).median();
        return new JourneyReport(journey.meaning(), new Turns(perSecond.size(), (int) steady), figures);
    }

    private static Rounds rounds(Map<String, List<Cost>> costs) {
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        costs.forEach((variant, all) ->
                rounds.put(variant, all.stream().map(Cost::round).toList()));
        return new Rounds(rounds);
    }

    private static List<OpenLoop.Result> waits(List<Cost> costs) {
        return costs.stream().map(Cost::waits).toList();
    }

    private static Spread spread(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return Spread.of(costs.stream().map(figure::applyAsDouble).toList());
    }

    /** How much more the one allocates for a request than the other. */
    double allocatedOver(Variant bare, Variant other) {
        return variants.get(other).allocated().median()
                / variants.get(bare).allocated().median();
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d rounds of %s; p50 and p99 at %,d requests/s.%n%n",
                variants.get(Variant.A).cost().rounds(),
                turns.starts() == 1 ? "one start" : turns.starts() + " starts",
                turns.perSecond()));
        table.append("""
                | | CPU-ms per 1,000 | A / it | requests/s | allocated KiB | log bytes | spans | arrived | series | compilers | p50 ms | p99 ms |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        variants.forEach((variant, it) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %.1f | %.0f | %.2f | %s | %,d | %.1f %% | %s | %s |%n",
                variant,
                it.cost().text("%.0f"),
                it.costOfBare().text("%.2f"),
                it.perSecond().median(),
                it.allocated().median() / 1_024,
                it.logBytes().median(),
                it.spansPerRequest(),
                it.arrived(),
                it.series(),
                100 * it.compiling().median(),
                it.waiting().p50().text("%.2f"),
                it.waiting().p99().text("%.2f"))));
        return table.toString();
    }
}
