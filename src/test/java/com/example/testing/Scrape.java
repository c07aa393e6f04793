package com.example.testing;

/** Figures of a scrape in the text format. */
public final class Scrape {

    private Scrape() {}

    /** The sum of all series of this name whose labels contain the text; 0 if there is none. */
    public static double sum(String scrape, String name, String label) {
        return scrape.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
