package com.example.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be reached, and what was. */
record Goal(String what, String goal, String measured, boolean met) {

    /** All of them. */
    static List<Goal> of(BenchResults results) {
        List<Goal> goals = new ArrayList<>();
        goals.add(full(results, Part.ORDER_READ, 0.85));
        goals.add(full(results, Part.ORDER_PLACING, 0.85));
        goals.add(full(results, Part.PRODUCT_READ, 0.80));
        for (Part part : Part.journeys()) {
            JourneyReport report = results.figures(part, JourneyReport.class);
            double ratio = report.variants().get(Variant.B10).costOfBare().median();
            goals.add(new Goal("cost A / B10, " + report.journey(), "≥ 0.90", ratio(ratio), ratio >= 0.90));
        }
        for (Part part : Part.journeys()) {
            JourneyReport report = results.figures(part, JourneyReport.class);
            double ratio = report.allocatedOver(Variant.A, Variant.B);
            goals.add(new Goal("allocation B / A, " + report.journey(), "≤ 1.3", ratio(ratio), ratio <= 1.3));
        }
        goals.addAll(waits(results.waits()));
        goals.addAll(tables(results.figures(Part.TABLES, Tables.class)));
        goals.addAll(startUp(results.figures(Part.START_UP, StartUp.class)));
        return goals;
    }

    private static Goal full(BenchResults results, Part part, double least) {
        JourneyReport report = results.figures(part, JourneyReport.class);
        double full = report.variants().get(Variant.B).costOfBare().median();
        double agent = report.variants().get(Variant.C).costOfBare().median();
        return new Goal(
                "cost A / B, " + report.journey(),
                String.format(Locale.ROOT, "≥ %.2f, and > A / C", least),
                ratio(full) + ", A / C " + ratio(agent),
                full >= least && full > agent);
    }

    private static List<Goal> waits(List<Waits> waits) {
        Waits.Figures half = waits.get(0).variants().get(Variant.B);
        Waits.Figures more = waits.get(1).variants().get(Variant.B);
        double added = half.added().median();
        return List.of(
                new Goal(
                        "p99 added by B at half of A's capacity",
                        "≤ 1 ms",
                        String.format(Locale.ROOT, "%.2f ms", added),
                        added <= 1),
                new Goal(
                        "spans lost at 0.7 of A's capacity",
                        "0",
                        String.format(Locale.ROOT, "%,d", more.lostSpans()),
                        more.lostSpans() == 0));
    }

    private static List<Goal> tables(Tables tables) {
        double more = tables.moreOrders();
        double last = tables.lastPage();
        return List.of(
                new Goal("cost of an order read, 10⁶ orders over 10³", "≤ 1.1", ratio(more), more <= 1.1),
                new Goal("list of orders, last page over first", "≤ 1.1", ratio(last), last <= 1.1));
    }

    private static List<Goal> startUp(StartUp startUp) {
        StartUp.Figures cache = startUp.byPackaging().get(Packaging.AOT_CACHE.toString());
        StartUp.Figures fat = startUp.byPackaging().get(Packaging.FAT_JAR.toString());
        double seconds = cache.seconds().median();
        double share = seconds / fat.seconds().median();
        double resident = cache.underLoad().median();
        return List.of(
                new Goal(
                        "start-up with AOT cache",
                        "≤ 4 s, ≤ 0.5 of the fat jar",
                        String.format(Locale.ROOT, "%.2f s, %.2f", seconds, share),
                        seconds <= 4 && share <= 0.5),
                new Goal(
                        "resident memory under load, with AOT cache",
                        "≤ 512 MiB",
                        String.format(Locale.ROOT, "%.0f MiB", resident),
                        resident <= 512));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
