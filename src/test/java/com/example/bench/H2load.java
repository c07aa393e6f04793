package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The load generator {@code h2load} in an open loop: so many requests a second, whether or not the answers keep up. Its
 * summary has no percentiles, so they come from its log of single requests.
 */
public record H2load(int connections, int perSecond, Duration length, List<String> headers, String url) {

    private static final Pattern REQUESTS = Pattern.compile(
            "requests: \\d+ total, (\\d+) started, (\\d+) done, (\\d+) succeeded, \\d+ failed, \\d+ errored, \\d+ timeout");

    private static final Pattern FINISHED = Pattern.compile("finished in ([0-9.]+)(us|ms|s),");

    /**
     * What came of it.
     *
     * @param started requests sent
     * @param succeeded those answered with 2xx or 3xx
     * @param perSecond how many a second were answered
     * @param micros the time of each answered request, the shortest first
     */
    public record Result(long started, long succeeded, double perSecond, long[] micros) {

        /** The time that so many percent of the requests stayed within. */
        public Duration percentile(double percent) {
            int place = (int) Math.ceil(percent / 100 * micros.length) - 1;
            return Duration.ofNanos(1_000 * micros[Math.max(place, 0)]);
        }
    }

    public Result run() {
        try {
            Path log = Files.createTempFile("h2load", ".log");
            try {
                String output = Command.output(command(log));
                try (Stream<String> lines = Files.lines(log)) {
                    return parse(output, lines);
                }
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each connection sends at its share of the rate. */
    private List<String> command(Path log) {
        List<String> command = new ArrayList<>(List.of(
                "h2load",
                "--h1",
                "-t1",
                "-c" + connections,
                "--rps=" + (double) perSecond / connections,
                "-D" + length.toSeconds(),
                "--log-file=" + log));
        headers.forEach(header -> Collections.addAll(command, "-H", header));
        command.add(url);
        return command;
    }

    /** The log has a line for each request: start, status, microseconds; the status of a lost one is -1. */
    static Result parse(String output, Stream<String> log) {
        Matcher requests = REQUESTS.matcher(output);
        Matcher finished = FINISHED.matcher(output);
        if (!requests.find() || !finished.find()) {
            throw new IllegalArgumentException("no result of h2load: " + output);
        }
        double seconds = Double.parseDouble(finished.group(1))
                * switch (finished.group(2)) {
                    case "us" -> 1e-6;
                    case "ms" -> 1e-3;
                    default -> 1;
                };
        long[] micros = log.map(line -> line.split("\t"))
                .filter(fields -> !fields[1].startsWith("-"))
                .mapToLong(fields -> Long.parseLong(fields[2]))
                .toArray();
        Arrays.sort(micros);
        return new Result(
                Long.parseLong(requests.group(1)),
                Long.parseLong(requests.group(3)),
                Long.parseLong(requests.group(2)) / seconds,
                micros);
    }
}
