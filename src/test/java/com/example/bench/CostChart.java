package com.example.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bars of what each journey costs in each variant, with the least and the most of its rounds. */
record CostChart(List<JourneyReport> journeys) {

    private static final int LEFT = 120;

    private static final int WIDTH = 720;

    private static final int BAR = 16;

    private static final int GROUP = 26;

    private static final Map<Variant, String> COLOURS =
            Map.of(Variant.A, "#9aa5b1", Variant.B, "#1f6feb", Variant.B10, "#79b8ff", Variant.C, "#d97706");

    String svg() {
        double most = journeys.stream()
                .flatMap(journey -> journey.variants().values().stream())
                .mapToDouble(it -> it.cost().most())
                .max()
                .orElseThrow();
        StringBuilder bars = new StringBuilder();
        int y = 30;
        for (JourneyReport journey : journeys) {
            bars.append(text(8, y + GROUP, journey.journey(), "start"));
            for (Map.Entry<Variant, JourneyReport.Figures> it :
                    journey.variants().entrySet()) {
                bars.append(bar(y, it.getKey(), it.getValue().cost(), (WIDTH - LEFT - 120) / most));
                y += BAR + 2;
            }
            y += GROUP;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Processor milliseconds for 1,000 requests</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %s%s</svg>
                """.formatted(WIDTH, y, text(LEFT, 18, "processor milliseconds for 1,000 requests", "start"), bars);
    }

    private static String bar(int y, Variant variant, Spread cost, double scale) {
        double middle = y + BAR / 2.0;
        return String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n"
                                + "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#111111\"/>\n",
                        LEFT,
                        y,
                        cost.median() * scale,
                        BAR,
                        COLOURS.get(variant),
                        LEFT + cost.least() * scale,
                        middle,
                        LEFT + cost.most() * scale)
                + text(
                        (int) (LEFT + cost.most() * scale) + 6,
                        y + BAR - 4,
                        "%s  %.0f".formatted(variant, cost.median()),
                        "start");
    }

    private static String text(int x, int y, String text, String anchor) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#111111\">%s</text>\n".formatted(x, y, anchor, text);
    }
}
