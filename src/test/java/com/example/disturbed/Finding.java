package com.example.disturbed;

import com.example.bench.Round;
import com.example.bench.Rounds;
import com.example.bench.Spread;
import java.time.Duration;
import java.util.Locale;

/**
 * What one disturbance changed.
 *
 * @param cost processor time of a request over that of the undisturbed round beside it
 * @param throughput the same of requests a second
 * @param lost what its meter counted
 * @param heapGrowth live bytes after the last disturbed round, over those before the first
 */
record Finding(
        Disturbance disturbance,
        String meaning,
        long requests,
        long failed,
        Spread cost,
        Spread throughput,
        Spread undisturbedCost,
        Spread disturbedCost,
        Spread undisturbedPerSecond,
        Spread disturbedPerSecond,
        double lost,
        long heapGrowth,
        long shutdownMillis) {

    static final String UNDISTURBED = "undisturbed";

    static final String DISTURBED = "disturbed";

    static Finding of(Disturbance disturbance, Rounds rounds, double lost, long heapGrowth, Duration shutdown) {
        return new Finding(
                disturbance,
                disturbance.meaning(),
                rounds.requests(DISTURBED),
                rounds.failed(DISTURBED) + rounds.failed(UNDISTURBED),
                rounds.ratio(DISTURBED, UNDISTURBED, Round::cost),
                rounds.ratio(DISTURBED, UNDISTURBED, Round::perSecond),
                rounds.of(UNDISTURBED, Round::cost),
                rounds.of(DISTURBED, Round::cost),
                rounds.of(UNDISTURBED, Round::perSecond),
                rounds.of(DISTURBED, Round::perSecond),
                lost,
                heapGrowth,
                shutdown.toMillis());
    }

    static String head() {
        return """
                | disturbance | requests | failed | CPU per request | throughput | lost, counted | heap | shutdown |
                |---|--:|--:|---|---|--:|--:|--:|""";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %s | %s | %,.0f %s | %+.1f MiB | %.1f s |",
                meaning,
                requests,
                failed,
                text(cost),
                text(throughput),
                lost,
                disturbance.lost() == Disturbance.Lost.LINES ? "lines" : "spans",
                heapGrowth / 1_048_576.0,
                shutdownMillis / 1_000.0);
    }

    private static String text(Spread ratio) {
        return String.format(
                Locale.ROOT, "**%.2f** (%.2f…%.2f)", ratio.median(), ratio.lowerQuarter(), ratio.upperQuarter());
    }
}
