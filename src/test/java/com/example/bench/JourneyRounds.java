package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The variants in turns, with one journey; each started several times, since what a compiler decides holds for a process. */
final class JourneyRounds {

    /** Of a round of the warm-up. */
    private static final double ROUND = 2.0 / 3;

    /** The share of a round that goes before its parts. */
    private static final int LEAD_IN = 5;

    /** Turns that nobody counts: what sleeps, is scraped and has its turn is compiled otherwise than what is always busy. */
    private static final int REHEARSALS = 2;

    /** At a steady rate, where a round is whole. */
    private static final Duration STEADY = Duration.ofSeconds(4);

    private final Journey journey;

    private final BenchSite site;

    private final int leadIn;

    private final int slices;

    private final Duration steady;

    private final List<Integer> perSecond = new ArrayList<>();

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private final Map<String, Long> series = new LinkedHashMap<>();

    private JourneyRounds(Journey journey, BenchSite site) {
        this.journey = journey;
        this.site = site;
        int requests = (int) (journey.requests() * site.settings().share() * ROUND);
        leadIn = requests / LEAD_IN;
        slices = Math.max(1, Math.round((float) requests / Turn.SLICE));
        steady = Duration.ofMillis((long) (STEADY.toMillis() * site.settings().share()));
    }

    static JourneyReport of(Journey journey, BenchSite site) {
        return new JourneyRounds(journey, site).measured();
    }

    private JourneyReport measured() {
        for (int start = 0; start < site.settings().starts(); start++) {
            start();
        }
        if (site.settings().recordings()) {
            site.shops().forEach(this::record);
        }
        JourneyReport report = JourneyReport.of(journey, perSecond, costs, series);
        System.out.println(report.table());
        return report;
    }

    /** The rounds of fresh processes. */
    private void start() {
        site.stopShops();
        site.shops().forEach(shop -> warmUp(journey, shop, site.settings()));
        perSecond.add((int) (site.capacity(journey) / 2));
        for (int i = 0; i < REHEARSALS; i++) {
            turn(i);
        }
        for (int i = 0; i < site.settings().rounds(); i++) {
            turn(i).forEach((variant, cost) ->
                    costs.computeIfAbsent(variant, any -> new ArrayList<>()).add(cost));
        }
        site.shops().forEach(shop -> series.put(shop.variant().name(), shop.series()));
    }

    /** Of each variant; every second time the other way round, so that none always comes behind the same one. */
    private Map<String, Cost> turn(int number) {
        int rate = perSecond.getLast();
        int all = leadIn + OpenLoop.number(rate, steady) + slices * Turn.SLICE;
        List<Turn> turns = site.shops().stream()
                .map(shop -> new Turn(shop, journey.requests(shop, all)))
                .toList();
        eachIn(turns, number, turn -> {
            turn.leadIn(leadIn);
            turn.steady(rate, steady);
        });
        for (int i = 0; i < slices; i++) {
            // the same way round all the time: who came twice in a row would find the caches as it left them
            eachIn(turns, number, Turn::slice);
        }
        Map<String, Cost> turn = new LinkedHashMap<>();
        turns.forEach(it -> turn.put(it.shop().variant().name(), it.cost()));
        turn.forEach((variant, cost) ->
                System.out.printf("%s %.0f  ", variant, cost.round().cost()));
        System.out.println();
        return turn;
    }

    private static void eachIn(List<Turn> turns, int number, Consumer<Turn> action) {
        (number % 2 == 0 ? turns : turns.reversed()).forEach(action);
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
}
