package com.example.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the full shop takes to be ready, and how much memory it takes, in each packaging. */
record StartUp(Map<String, Figures> byPackaging) {

    /**
     * Of one packaging.
     *
     * @param seconds until it is ready
     * @param idle resident MiB as soon as it is
     * @param underLoad the most resident MiB while orders are read
     */
    record Figures(Spread seconds, Spread idle, Spread underLoad) {}

    static StartUp of(BenchSite site) {
        Packaging.build();
        // has made its tables
        BenchDatabase database = site.shop(Variant.B).database();
        site.stopShops();
        Map<Packaging, List<double[]>> all = new LinkedHashMap<>();
        for (int i = 0; i < site.settings().rounds(); i++) {
            for (Packaging packaging : Packaging.values()) {
                all.computeIfAbsent(packaging, any -> new ArrayList<>())
                        .add(round(site.start(packaging, database), packaging));
            }
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        all.forEach((packaging, rounds) -> figures.put(
                packaging.toString(), new Figures(spread(rounds, 0), spread(rounds, 1), spread(rounds, 2))));
        StartUp startUp = new StartUp(figures);
        System.out.println(startUp.table());
        return startUp;
    }

    private static double[] round(BenchShop started, Packaging packaging) {
        try (BenchShop shop = started) {
            double idle = shop.residentMiB(false);
            for (int i = 0; i < 3; i++) {
                Journey.ORDER_READ.at(shop, Journey.ORDER_READ.requests()).run();
            }
            double[] round = {shop.startUp().toNanos() / 1e9, idle, shop.residentMiB(true)};
            System.out.println(packaging + ": " + Arrays.toString(round));
            return round;
        }
    }

    private static Spread spread(List<double[]> rounds, int figure) {
        return Spread.of(rounds.stream().map(round -> round[figure]).toList());
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| | seconds until ready | resident MiB, idle | resident MiB, under load |\n|---|--:|--:|--:|\n");
        byPackaging.forEach((packaging, it) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                packaging,
                it.seconds().text("%.2f"),
                it.idle().text("%.0f"),
                it.underLoad().text("%.0f"))));
        return table.toString();
    }
}
