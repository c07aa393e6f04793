package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The variants in turns, with one journey; each started several times, since what a compiler decides holds for a process. */
final class JourneyRounds {

    /** Of a round of the warm-up. */
    private static final double ROUND = 2.0 / 3;

    /** The share of a round that goes before it. */
    private static final int LEAD_IN = 5;

    /** Turns that nobody counts: what sleeps, is scraped and has its turn is compiled otherwise than what is always busy. */
    private static final int REHEARSALS = 2;

    /** At a steady rate, where a round is whole. */
    private static final Duration STEADY = Duration.ofSeconds(4);

    private final Journey journey;

    private final BenchSite site;

    private final int requests;

    private final Duration steady;

    private final List<Integer> perSecond = new ArrayList<>();

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private final Map<String, Long> series = new LinkedHashMap<>();

    private JourneyRounds(Journey journey, BenchSite site) {
        this.journey = journey;
        this.site = site;
        requests = (int) (journey.requests() * site.settings().share() * ROUND);
        steady = Duration.ofMillis((long) (STEADY.toMillis() * site.settings().share()));
    }

    static JourneyReport of(Journey journey, BenchSite site) {
        return new JourneyRounds(journey, site).measured();
    }

    private JourneyReport measured() {
        Rounds rounds = new Rounds(Map.of());
        for (int start = 0; start < site.settings().starts(); start++) {
            rounds = start().after(rounds);
        }
        if (site.settings().recordings()) {
            site.shops().forEach(this::record);
        }
        JourneyReport report = JourneyReport.of(journey, perSecond, rounds, costs, series);
        System.out.println(report.table());
        return report;
    }

    /** The rounds of fresh processes. */
    private Rounds start() {
        site.stopShops();
        site.shops().forEach(shop -> warmUp(journey, shop, site.settings()));
        perSecond.add((int) (site.capacity(journey) / 2));
        for (int i = 0; i < REHEARSALS; i++) {
            site.shops().forEach(this::cost);
        }
        Map<String, Supplier<Round>> variants = new LinkedHashMap<>();
        site.shops().forEach(shop -> variants.put(shop.variant().name(), () -> round(shop)));
        Rounds rounds = Rounds.take(site.settings().rounds(), variants);
        rounds.byVariant()
                .keySet()
                .forEach(name -> System.out.printf(
                        "%s %s, A / it %s%n",
                        name, rounds.of(name, Round::cost), rounds.ratio(Variant.A.name(), name, Round::cost)));
        site.shops().forEach(shop -> series.put(shop.variant().name(), shop.series()));
        return rounds;
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
        Load load = journey.at(shop, 3 * journey.requests());
        shop.record(Bench.FOLDER.resolve(journey + "-" + shop.variant() + ".jfr"), load::run);
    }

    private Round round(BenchShop shop) {
        Cost cost = cost(shop);
        costs.computeIfAbsent(shop.variant().name(), any -> new ArrayList<>()).add(cost);
        return cost.round();
    }

    private Cost cost(BenchShop shop) {
        int leadIn = requests / LEAD_IN;
        int rate = perSecond.getLast();
        int sent = OpenLoop.number(rate, steady);
        Requests all = journey.requests(shop, leadIn + sent + requests);
        return shop.measure(
                Journey.load(shop, leadIn, all),
                new OpenLoop(shop.port(), rate, steady, all.after(leadIn)),
                Journey.load(shop, requests, all.after(leadIn + sent)));
    }
}
