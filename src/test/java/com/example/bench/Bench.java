package com.example.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Measures what telemetry costs, part by part; {@code bench/run} calls it. */
public final class Bench {

    static final Path FOLDER = Path.of("target", "bench");

    /** A journey that may not become dearer than this, the bare shop over the full one. */
    private static final double LEAST = 0.75;

    private Bench() {}

    /** The agent's file and the commit, then options and names of parts; without any of them all parts. */
    public static void main(String[] args) {
        boolean passed = false;
        try {
            passed = run(BenchSettings.parse(List.of(args)));
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace();
        }
        // threads of clients are of no more use
        System.exit(passed ? 0 : 1);
    }

    private static boolean run(BenchSettings settings) throws IOException {
        Files.createDirectories(FOLDER);
        // the database's own words
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        boolean passed = settings.parts().isEmpty() || measure(settings);
        if (settings.document()) {
            BenchResults results = BenchResults.measured().over(BenchResults.kept());
            results.keep();
            new PerformanceDocument(results).write();
            new Publication(results).write();
        }
        settings.publish().ifPresent(new Publication(BenchResults.measured())::push);
        return passed;
    }

    /** Whether all that may not become too dear is cheap enough. */
    private static boolean measure(BenchSettings settings) throws IOException {
        boolean passed = true;
        try (BenchSite site = new BenchSite(settings)) {
            for (Part part : settings.parts()) {
                System.out.println("\n== " + part + " ==");
                BenchResult result = BenchResult.of(Machine.here(), site.versions(), part.measure(site));
                if (settings.isShort()) {
                    passed = isCheap(result.as(JourneyReport.class));
                } else {
                    BenchResults.leave(part, result);
                }
            }
        }
        return passed;
    }

    private static boolean isCheap(JourneyReport report) {
        JourneyReport.Figures full = report.variants().get(Variant.B);
        boolean cheap = full.costOfBare().median() >= LEAST;
        System.out.printf(
                "cost A / B, %s: %s; %s%n",
                report.journey(), full.costOfBare(), cheap ? "no less than " + LEAST : "less than " + LEAST);
        if (!full.isValid()) {
            System.out.println("Not valid: requests failed, or spans were lost: " + full);
        }
        return cheap && full.isValid();
    }
}
