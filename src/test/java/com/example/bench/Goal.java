package com.example.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be reached, and what was. */
record Goal(String what, String goal, String measured, End end) {

    /** How a goal ended. */
    enum End {
        MET("met"),
        NEARLY_MISSED("met, by less than the noise"),
        NEARLY_MET("**missed**, by less than the noise"),
        MISSED("**missed**"),
        UNKNOWN("");

        private final String text;

        End(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }

        private static End of(boolean met) {
            return met ? MET : MISSED;
        }

        private static End atLeast(double least, Spread spread) {
            return of(spread.median() - least, spread);
        }

        private static End atMost(double most, Spread spread) {
            return of(most - spread.median(), spread);
        }

        /** By how far it is met, which is negative when it is missed. */
        private static End of(double distance, Spread spread) {
            boolean clear = Math.abs(distance) > spread.noise();
            return distance >= 0 ? clear ? MET : NEARLY_MISSED : clear ? MISSED : NEARLY_MET;
        }
    }

    private static final String UNKNOWN = "not measured";

    /** All of them; of a part without a result nothing is known. */
    static List<Goal> of(BenchResults results) {
        List<Goal> goals = new ArrayList<>();
        goals.add(full(results, Part.ORDER_READ, 0.85));
        goals.add(full(results, Part.ORDER_PLACING, 0.85));
        goals.add(full(results, Part.PRODUCT_READ, 0.80));
        for (Part part : Part.journeys()) {
            goals.add(at(
                    "cost A / B10, " + part.meaning(),
                    "≥ 0.90",
                    results.journey(part).map(report -> {
                        Spread ratio = report.variants().get(Variant.B10).costOfBare();
                        return new Found(ratio.text("%.2f"), End.atLeast(0.90, ratio));
                    })));
        }
        for (Part part : Part.journeys()) {
            goals.add(at(
                    "allocation B / A, " + part.meaning(),
                    "≤ 1.3",
                    results.journey(part).map(report -> {
                        double ratio = report.allocatedOver(Variant.A, Variant.B);
                        return new Found(ratio(ratio), End.of(ratio <= 1.3));
                    })));
        }
        goals.add(added(results.journey(Part.ORDER_READ)));
        goals.add(lost(results.figures(Part.WAITS, Waits.class)));
        goals.addAll(tables(results.figures(Part.TABLES, Tables.class)));
        goals.addAll(startUp(results.figures(Part.START_UP, StartUp.class)));
        return goals;
    }

    private record Found(String measured, End end) {}

    private static Goal at(String what, String goal, Optional<Found> found) {
        return new Goal(
                what,
                goal,
                found.map(Found::measured).orElse(UNKNOWN),
                found.map(Found::end).orElse(End.UNKNOWN));
    }

    private static Goal full(BenchResults results, Part part, double least) {
        String goal = String.format(Locale.ROOT, "≥ %.2f, and > A / C", least);
        return at("cost A / B, " + part.meaning(), goal, results.journey(part).map(report -> {
            Spread full = report.variants().get(Variant.B).costOfBare();
            Spread agent = report.variants().get(Variant.C).costOfBare();
            return new Found(
                    full.text("%.2f") + ", A / C " + ratio(agent.median()),
                    full.median() > agent.median() ? End.atLeast(least, full) : End.MISSED);
        }));
    }

    private static Goal added(Optional<JourneyReport> report) {
        Optional<JourneyReport.Waiting> waiting =
                report.map(it -> it.variants().get(Variant.B).waiting());
        return at(
                "p99 added by B at half of A's capacity",
                "≤ 1 ms",
                waiting.map(it -> new Found(it.added().text("%.1f") + " ms", End.atMost(1, it.added()))));
    }

    private static Goal lost(Optional<Waits> waits) {
        return at(
                "spans lost at %s of A's capacity".formatted(Waits.SHARE),
                "0",
                waits.map(it -> it.variants().get(Variant.B))
                        .map(it -> new Found(
                                String.format(Locale.ROOT, "%,d", it.lostSpans()), End.of(it.lostSpans() == 0))));
    }

    private static List<Goal> tables(Optional<Tables> tables) {
        return List.of(
                at(
                        "cost of an order read, 10⁶ orders over 10³",
                        "≤ 1.1",
                        tables.map(it -> it.moreOrders()).map(it -> new Found(ratio(it), End.of(it <= 1.1)))),
                at(
                        "list of orders, last page over first",
                        "≤ 1.1",
                        tables.map(Tables::lastPage).map(it -> new Found(it.text("%.2f"), End.atMost(1.1, it)))));
    }

    private static List<Goal> startUp(Optional<StartUp> startUp) {
        Optional<StartUp.Figures> cache = startUp.map(it -> it.byPackaging().get(Packaging.AOT_CACHE.toString()));
        Optional<StartUp.Figures> fat = startUp.map(it -> it.byPackaging().get(Packaging.FAT_JAR.toString()));
        return List.of(
                at("start-up with AOT cache", "≤ 4 s, ≤ 0.5 of the fat jar", cache.map(it -> {
                    double seconds = it.seconds().median();
                    double share = seconds / fat.orElseThrow().seconds().median();
                    return new Found(
                            String.format(Locale.ROOT, "%.2f s, %.2f", seconds, share),
                            End.of(seconds <= 4 && share <= 0.5));
                })),
                at("resident memory under load, with AOT cache", "≤ 512 MiB", cache.map(it -> {
                    double most = it.underLoad().median();
                    return new Found(String.format(Locale.ROOT, "%.0f MiB", most), End.of(most <= 512));
                })));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
