package com.example.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run leaves behind: the three ledgers and everything there is to count. */
record Evidence(
        Settings settings,
        Books books,
        List<Struck> faults,
        Crowd crowd,
        Instant begin,
        Instant warm,
        Instant closing,
        Duration rest) {

    /** Counts everything, and writes each violation down with its ids. */
    Report report(Path folder) throws IOException {
        Map<String, Integer> violations = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (Check check : Check.values()) {
            List<String> found = check.violations(books);
            violations.put(check.what(), found.size());
            found.forEach(line -> lines.add(check.what() + ": " + line));
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(settings.seed() + "-violations.txt"), lines);
        Report report = report(violations);
        report.write(folder);
        return report;
    }

    private Report report(Map<String, Integer> violations) {
        return new Report(
                settings.seed(),
                begin.toString().substring(0, 10),
                Runtime.getRuntime().availableProcessors(),
                Duration.between(begin, closing).toSeconds(),
                crowd.ended().size(),
                Pace.medianPerCalmSecond(crowd.ended(), faults, warm, closing),
                new TreeMap<>(
                        faults.stream().collect(groupingBy(fault -> fault.kind().label(), counting()))),
                new TreeMap<>(books.clients().stream()
                        .collect(groupingBy(
                                told -> told.operation().name().toLowerCase(Locale.ROOT) + " " + told.status(),
                                counting()))),
                counted(),
                seconds(StateChecks.longestWait(books)),
                seconds(rest),
                violations);
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        books.database().orders().forEach(order -> counted.merge("order " + order.status(), 1L, Long::sum));
        books.database().payments().forEach(payment -> counted.merge("payment " + payment.status(), 1L, Long::sum));
        books.database().refunds().forEach(refund -> counted.merge("refund " + refund.status(), 1L, Long::sum));
        counted.put("gateway charges", (long) books.gateway().succeeded().size());
        counted.put("gateway refunds", (long) books.gateway().refunds().size());
        counted.put("payments that lost their race", MoneyChecks.losers(books));
        return counted;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
