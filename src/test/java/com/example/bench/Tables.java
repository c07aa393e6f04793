package com.example.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What reading costs with more and more orders in the table: any order, and the first and last page of many.
 *
 * @param lastPage over the first, round by round, where there are most orders, the database included
 */
record Tables(Map<Integer, Map<String, Figures>> byOrders, Spread lastPage) {

    /** There are four tables with three kinds each. */
    private static final int MOST_ROUNDS = 5;

    private static final int[] NUMBERS = {1_000, 10_000, 100_000, 1_000_000};

    private static final int CONNECTIONS = 8;

    /** How many different ones are read. */
    private static final int SAMPLE = 5_000;

    private static final String ORDER = "an order";

    private static final String FIRST = "first page";

    private static final String LAST = "last page";

    /**
     * Of one kind of request.
     *
     * @param cost processor milliseconds of the shop for 1,000 requests
     * @param database those of its database
     */
    record Figures(Spread cost, Spread database, Spread perSecond, long failed) {

        /** Of both together. */
        double whole() {
            return cost.median() + database.median();
        }
    }

    static Tables of(BenchSite site) {
        // a table without the orders of other parts
        site.stopShops();
        BenchShop shop = site.shop(Variant.B);
        JourneyRounds.warmUp(Journey.ORDER_READ, shop, site.settings());
        shop.database().fill(NUMBERS[0]);
        warmUpList(shop, site.settings());
        Map<Integer, Map<String, Figures>> all = new LinkedHashMap<>();
        List<Double> lastPage = List.of();
        for (int number : NUMBERS) {
            shop.database().fill(number);
            Size size = at(shop, site.settings());
            all.put(number, size.figures());
            lastPage = size.lastPage();
            System.out.println(number + " orders: " + size);
        }
        return new Tables(all, Spread.of(lastPage));
    }

    /** What was found at one size of the table. */
    private record Size(Map<String, Figures> figures, List<Double> lastPage) {}

    private static Size at(BenchShop shop, BenchSettings settings) {
        Map<String, List<Double>> database = new LinkedHashMap<>();
        Map<String, Supplier<Round>> kinds = new LinkedHashMap<>();
        kinds.put(ORDER, () -> round(shop, reads(shop, paths(shop), settings.share()), of(ORDER, database)));
        kinds.put(
                FIRST,
                () -> round(shop, reads(shop, List.of("/api/orders"), settings.share() / 2), of(FIRST, database)));
        String last = lastPage(shop);
        kinds.put(LAST, () -> round(shop, reads(shop, List.of(last), settings.share() / 2), of(LAST, database)));
        // a plan for the new size, pages in memory
        kinds.values().forEach(Supplier::get);
        database.clear();
        Rounds rounds = Rounds.take(Math.min(settings.rounds(), MOST_ROUNDS), kinds);
        Map<String, Figures> figures = new LinkedHashMap<>();
        kinds.keySet()
                .forEach(name -> figures.put(
                        name,
                        new Figures(
                                rounds.of(name, Round::cost),
                                Spread.of(of(name, database)),
                                rounds.of(name, Round::perSecond),
                                rounds.failed(name))));
        List<Double> lastPage = IntStream.range(0, rounds.byVariant().get(LAST).size())
                .mapToObj(i -> whole(LAST, i, rounds, database) / whole(FIRST, i, rounds, database))
                .toList();
        return new Size(figures, lastPage);
    }

    private static double whole(String kind, int i, Rounds rounds, Map<String, List<Double>> database) {
        return rounds.byVariant().get(kind).get(i).cost() + database.get(kind).get(i);
    }

    private static List<Double> of(String name, Map<String, List<Double>> all) {
        return all.computeIfAbsent(name, first -> new ArrayList<>());
    }

    private static void warmUpList(BenchShop shop, BenchSettings settings) {
        Load load = reads(shop, List.of("/api/orders"), settings.share() / 4);
        List<Double> costs = new WarmUp(6, settings.warmUp()).run(() -> shop.round(load), shop::compiling);
        System.out.println("list warms up: " + costs.stream().map(Math::round).toList());
    }

    private static Round round(BenchShop shop, Load load, List<Double> database) {
        double before = shop.database().processorMillis();
        Round round = shop.round(load);
        database.add((shop.database().processorMillis() - before) * 1_000 / round.requests());
        return round;
    }

    private static List<String> paths(BenchShop shop) {
        return shop.database().orders(SAMPLE).stream()
                .map(id -> "/api/orders/" + id)
                .toList();
    }

    private static Load reads(BenchShop shop, List<String> paths, double share) {
        List<byte[]> requests =
                paths.stream().map(path -> Journey.read(shop, path)).toList();
        int number = (int) (Journey.ORDER_READ.requests() * share);
        return new ClosedLoop(shop.port(), CONNECTIONS, number, 200, i -> requests.get((int) (i % requests.size())));
    }

    /** The path of the last full page of the customer's orders, found as a client finds it. */
    private static String lastPage(BenchShop shop) {
        String path = "/api/orders";
        String page = path;
        String next = next(shop, path + "?limit=100");
        while (!next.isEmpty()) {
            page = path + "?after=" + next;
            next = next(shop, path + "?limit=100&after=" + next);
        }
        return page;
    }

    private static String next(BenchShop shop, String path) {
        return shop.calls().get(path, shop.customer()).at("/next");
    }

    /** What an order read costs with the most orders over what it costs with the fewest, the database included. */
    double moreOrders() {
        return byOrders.get(NUMBERS[NUMBERS.length - 1]).get(ORDER).whole()
                / byOrders.get(NUMBERS[0]).get(ORDER).whole();
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| orders | | shop, CPU-ms per 1,000 | database, CPU-ms per 1,000 | requests/s |\n|--:|---|--:|--:|--:|\n");
        byOrders.forEach((number, kinds) -> kinds.forEach((kind, it) -> table.append(String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %,.0f |%n",
                number,
                kind,
                it.cost().text("%.0f"),
                it.database().text("%.0f"),
                it.perSecond().median()))));
        return table.toString();
    }
}
