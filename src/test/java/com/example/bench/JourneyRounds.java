package com.example.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The variants in turns, with one journey. */
final class JourneyRounds {

    /** Of a round of the warm-up, so that those which are compared stand close to each other. */
    private static final int ROUND = 3;

    /** The share of a round that goes before it. */
    private static final int LEAD_IN = 3;

    private final Journey journey;

    private final BenchSite site;

    private final int requests;

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private final Map<String, Long> series = new LinkedHashMap<>();

    private JourneyRounds(Journey journey, BenchSite site) {
        this.journey = journey;
        this.site = site;
        requests = (int) (journey.requests() * site.settings().share() / ROUND);
    }

    static JourneyReport of(Journey journey, BenchSite site) {
        return new JourneyRounds(journey, site).measured();
    }

    private JourneyReport measured() {
        site.shops().forEach(shop -> warmUp(journey, shop, site.settings()));
        Map<String, Supplier<Round>> variants = new LinkedHashMap<>();
        site.shops().forEach(shop -> variants.put(shop.variant().name(), () -> round(shop)));
        Rounds rounds = Rounds.take(site.settings().rounds(), variants);
        site.shops().forEach(shop -> series.put(shop.variant().name(), shop.series()));
        if (site.settings().recordings()) {
            site.shops().forEach(this::record);
        }
        JourneyReport report = JourneyReport.of(journey, rounds, costs, series);
        System.out.println(report.table());
        return report;
    }

    /** Until a request costs no less any more. */
    static void warmUp(Journey journey, BenchShop shop, BenchSettings settings) {
        int requests = (int) (journey.requests() * settings.share());
        List<Double> costs =
                new WarmUp(6, settings.warmUp()).run(() -> shop.round(journey.at(shop, requests)), shop::compiling);
        shop.settle();
        System.out.println(
                shop.variant() + " warms up: " + costs.stream().map(Math::round).toList());
    }

    private void record(BenchShop shop) {
        // some ten thousand samples
        Load load = journey.at(shop, 3 * ROUND * requests);
        shop.record(Bench.FOLDER.resolve(journey + "-" + shop.variant() + ".jfr"), load::run);
    }

    private Round round(BenchShop shop) {
        Load leadIn = journey.at(shop, requests / LEAD_IN);
        Cost cost = shop.measure(leadIn, journey.at(shop, requests));
        costs.computeIfAbsent(shop.variant().name(), any -> new ArrayList<>()).add(cost);
        return cost.round();
    }
}
