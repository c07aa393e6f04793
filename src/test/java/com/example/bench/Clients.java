package com.example.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What an order read costs with more and more clients at once. */
record Clients(Map<Integer, Map<Variant, Figures>> byClients) {

    private static final int[] NUMBERS = {1, 10, 100, 1_000};

    /** The processor milliseconds of 1,000 requests, how many a second, and how many failed of how many. */
    record Figures(Spread cost, Spread costOfBare, Spread perSecond, long requests, long failed) {}

    static Clients of(BenchSite site) {
        site.shops(Variant.A, Variant.B)
                .forEach(shop -> JourneyRounds.warmUp(Journey.ORDER_READ, shop, site.settings()));
        Map<Integer, Map<Variant, Figures>> all = new LinkedHashMap<>();
        for (int clients : NUMBERS) {
            all.put(clients, at(clients, site));
            System.out.println(clients + " clients: " + all.get(clients));
        }
        return new Clients(all);
    }

    private static Map<Variant, Figures> at(int clients, BenchSite site) {
        Map<String, Supplier<Round>> variants = new LinkedHashMap<>();
        for (BenchShop shop : site.shops(Variant.A, Variant.B)) {
            int number = (int) (Journey.ORDER_READ.requests() * site.settings().share());
            Requests requests = Journey.ORDER_READ.requests(shop, number);
            Load load = new ClosedLoop(shop.port(), clients, number, requests.status(), requests.bytes());
            // opens the connections of the shop's pool and lets its threads grow
            load.run();
            variants.put(shop.variant().name(), () -> shop.round(load));
        }
        Rounds rounds = Rounds.take(site.settings().rounds(), variants);
        Map<Variant, Figures> figures = new LinkedHashMap<>();
        rounds.byVariant()
                .keySet()
                .forEach(name -> figures.put(
                        Variant.valueOf(name),
                        new Figures(
                                rounds.of(name, Round::cost),
                                rounds.ratio(Variant.A.name(), name, Round::cost),
                                rounds.of(name, Round::perSecond),
                                rounds.requests(name),
                                rounds.failed(name))));
        return figures;
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| clients | | CPU-ms per 1,000 | A / it | requests/s | failed |\n|--:|---|--:|--:|--:|--:|\n");
        byClients.forEach((clients, variants) -> variants.forEach((variant, it) -> table.append(String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %,.0f | %,d |%n",
                clients,
                variant,
                it.cost().text("%.0f"),
                it.costOfBare().text("%.2f"),
                it.perSecond().median(),
                it.failed()))));
        return table.toString();
    }
}
