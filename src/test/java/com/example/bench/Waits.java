package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a reader of an order waits at a rate that does not give way.
 *
 * @param perSecond that many requests
 */
record Waits(int perSecond, Map<Variant, Figures> variants) {

    /** Of the rate that the bare shop can answer; waits at half of it are measured with each journey. */
    static final double SHARE = 0.7;

    private static final Duration LENGTH = Duration.ofSeconds(6);

    /**
     * In milliseconds.
     *
     * @param added to the p99 of the bare shop, round by round
     */
    record Figures(Spread p50, Spread p99, Spread added, long requests, long failed, long lostSpans) {}

    static Waits of(BenchSite site) {
        site.shops(Variant.A, Variant.B, Variant.B10)
                .forEach(shop -> JourneyRounds.warmUp(Journey.ORDER_READ, shop, site.settings()));
        int perSecond = (int) (SHARE * site.capacity(Journey.ORDER_READ));
        Map<Variant, List<OpenLoop.Result>> results = new LinkedHashMap<>();
        Map<Variant, Long> lost = new LinkedHashMap<>();
        for (int i = 0; i < site.settings().rounds(); i++) {
            for (BenchShop shop : site.shops(Variant.A, Variant.B, Variant.B10)) {
                Requests requests = Journey.ORDER_READ.requests(shop, OpenLoop.number(perSecond, LENGTH));
                double before = shop.lostSpans();
                OpenLoop.Result result = new OpenLoop(shop.port(), perSecond, LENGTH, requests).run();
                results.computeIfAbsent(shop.variant(), any -> new ArrayList<>())
                        .add(result);
                shop.settle();
                lost.merge(shop.variant(), Math.round(shop.lostSpans() - before), Long::sum);
            }
        }
        Map<Variant, Figures> figures = new LinkedHashMap<>();
        results.forEach(
                (variant, all) -> figures.put(variant, figures(all, results.get(Variant.A), lost.get(variant))));
        Waits waits = new Waits(perSecond, figures);
        System.out.println(waits.table());
        return waits;
    }

    private static Figures figures(List<OpenLoop.Result> all, List<OpenLoop.Result> bare, long lostSpans) {
        JourneyReport.Waiting waiting = JourneyReport.Waiting.of(all, bare);
        return new Figures(
                waiting.p50(),
                waiting.p99(),
                waiting.added(),
                all.stream().mapToLong(it -> it.nanos().size()).sum(),
                all.stream().mapToLong(OpenLoop.Result::failed).sum(),
                lostSpans);
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| at %,d requests/s | p50 ms | p99 ms | added to p99 | failed | spans lost |%n|---|--:|--:|--:|--:|--:|%n"
                        .formatted(perSecond));
        variants.forEach((variant, it) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d | %,d |%n",
                variant,
                it.p50().text("%.2f"),
                it.p99().text("%.2f"),
                it.added().text("%.2f"),
                it.failed(),
                it.lostSpans())));
        return table.toString();
    }
}
