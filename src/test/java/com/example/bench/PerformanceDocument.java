package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures in the document on performance, written from the results so that they cannot differ from them. */
record PerformanceDocument(BenchResults results) {

    static final Path DOCUMENT = Path.of("docs", "performance.md");

    static final Path CHART = BenchResults.KEPT.resolve("costs.svg");

    private static final String BEGIN = "<!-- figures -->\n";

    private static final String END = "<!-- end of figures -->\n";

    /** The document with the figures as the results have them. */
    String rewritten(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document has no place for figures");
        }
        return document.substring(0, begin + BEGIN.length()) + figures() + document.substring(end);
    }

    void write() {
        try {
            Files.writeString(DOCUMENT, rewritten(Files.readString(DOCUMENT)));
            Files.writeString(CHART, chart());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String chart() {
        return new CostChart(journeys()).svg();
    }

    private List<JourneyReport> journeys() {
        return Part.journeys().stream()
                .flatMap(part -> results.journey(part).stream())
                .toList();
    }

    private String figures() {
        StringBuilder text = new StringBuilder("\n").append(sources()).append("\n## Goals\n\n");
        text.append("| | goal | measured | |\n|---|---|---|---|\n");
        Goal.of(results)
                .forEach(goal -> text.append(
                        "| %s | %s | %s | %s |\n".formatted(goal.what(), goal.goal(), goal.measured(), goal.end())));
        text.append("\n## Journeys\n\n![Processor time of 1,000 requests](performance/costs.svg)\n");
        journeys().forEach(report -> section(text, report.journey(), report.table()));
        results.figures(Part.WAITS, Waits.class)
                .ifPresent(it -> section(text, "waits at %s of A's capacity".formatted(Waits.SHARE), it.table()));
        results.figures(Part.CLIENTS, Clients.class).ifPresent(it -> section(text, "clients", it.table()));
        results.figures(Part.TABLES, Tables.class).ifPresent(it -> section(text, "size of the table", it.table()));
        results.figures(Part.START_UP, StartUp.class).ifPresent(it -> section(text, "start-up and memory", it.table()));
        return text.append('\n').toString();
    }

    /** Of what the figures are: one line when all parts are from one run, or else one for each run. */
    private String sources() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        results.byPart()
                .forEach((part, result) -> parts.computeIfAbsent(source(result), any -> new ArrayList<>())
                        .add(part.meaning()));
        if (parts.size() == 1) {
            return "Measured " + parts.keySet().iterator().next() + ".\n";
        }
        StringBuilder text =
                new StringBuilder("Not from one run, so that figures of different runs say nothing of each other:\n\n");
        parts.forEach((source, names) -> text.append("- ")
                .append(String.join(", ", names))
                .append(": measured ")
                .append(source)
                .append(".\n"));
        return text.toString();
    }

    private static String source(BenchResult result) {
        Machine machine = result.machine();
        StringBuilder text = new StringBuilder("on %s: %d × %s, %,d MiB, %s; %s"
                .formatted(
                        machine.time().toString().substring(0, 10),
                        machine.processors(),
                        machine.processor(),
                        machine.memoryMiB(),
                        machine.system(),
                        machine.java()));
        result.versions()
                .forEach((name, version) ->
                        text.append("; ").append(name).append(' ').append(version));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String table) {
        text.append("\n### ")
                .append(Character.toUpperCase(title.charAt(0)))
                .append(title.substring(1))
                .append("\n\n")
                .append(table);
    }
}
