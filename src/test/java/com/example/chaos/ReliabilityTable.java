package com.example.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of runs in the document on reliability, written from their results so that it cannot differ from them. */
final class ReliabilityTable {

    static final Path DOCUMENT = Path.of("docs", "reliability.md");

    static final Path RESULTS = Path.of("docs", "reliability");

    private static final String BEGIN = "<!-- runs -->\n";

    private static final String END = "<!-- end of runs -->\n";

    private ReliabilityTable() {}

    /** The document with the table as the results have it. */
    static String rewritten(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document has no place for the table");
        }
        return document.substring(0, begin + BEGIN.length()) + table(results()) + document.substring(end);
    }

    static List<Report> results() {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Report::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(List<Report> reports) {
        StringBuilder table = new StringBuilder("\n| seed | journeys | a second, median | faults | payments captured |"
                + " refunded | lost a race, sent back | longest wait, s | violations |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        reports.forEach(report -> table.append(row(report)));
        return table.append('\n').toString();
    }

    private static String row(Report report) {
        return String.format(
                Locale.ROOT,
                "| [%s](reliability/%s.json) | %,d | %d | %d | %,d | %,d | %d | %.1f | %d |\n",
                report.seed(),
                report.seed(),
                report.journeys(),
                report.pace(),
                report.faultsInAll(),
                count(report, "payment CAPTURED"),
                count(report, "refund REFUNDED"),
                count(report, "payments that lost their race"),
                report.slowest(),
                report.violationsInAll());
    }

    private static long count(Report report, String what) {
        return report.books().getOrDefault(what, 0L);
    }
}
