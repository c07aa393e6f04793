package com.example.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of one journey, variant by variant. */
record JourneyReport(String journey, Map<Variant, Figures> variants) {

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
            long series) {

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

    static JourneyReport of(Journey journey, Rounds rounds, Map<String, List<Cost>> costs, Map<String, Long> series) {
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
                            rounds.failed(variant),
                            all.stream().mapToLong(Cost::spans).sum(),
                            all.stream().mapToLong(Cost::served).sum(),
                            traced ? requests : 0,
                            all.stream().mapToLong(Cost::lostSpans).sum(),
                            series.get(variant)));
        });
        return new JourneyReport(journey.meaning(), figures);
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
        StringBuilder table = new StringBuilder("""
                | | CPU-ms per 1,000 | A / it | requests/s | allocated KiB | log bytes | spans | arrived | series |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        variants.forEach((variant, it) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %.1f | %.0f | %.2f | %s | %,d |%n",
                variant,
                it.cost().text("%.0f"),
                it.costOfBare().text("%.2f"),
                it.perSecond().median(),
                it.allocated().median() / 1_024,
                it.logBytes().median(),
                it.spansPerRequest(),
                it.arrived(),
                it.series())));
        return table.toString();
    }
}
