package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The results as metrics, for a Pushgateway. */
record Publication(BenchResults results) {

    /** Those that are kept; the compose file's profile infra pushes them. */
    static final Path FILE = BenchResults.KEPT.resolve("metrics.prom");

    void write() throws IOException {
        Files.writeString(FILE, text());
    }

    /** In Prometheus' text format; of parts that were not measured there is nothing. */
    String text() {
        Map<String, List<String>> samples = new TreeMap<>();
        for (Part part : Part.journeys()) {
            results.journey(part)
                    .ifPresent(report -> report.variants()
                            .forEach((variant, it) ->
                                    journey(samples, "journey=\"%s\",variant=\"%s\"".formatted(part, variant), it)));
        }
        results.figures(Part.START_UP, StartUp.class)
                .ifPresent(startUp -> startUp.byPackaging()
                        .forEach((packaging, it) -> sample(
                                samples,
                                "bench_start_seconds",
                                "packaging=\"%s\"".formatted(packaging),
                                it.seconds().median())));
        StringBuilder text = new StringBuilder();
        samples.forEach((name, lines) -> {
            text.append("# TYPE ").append(name).append(" gauge\n");
            lines.stream().sorted().forEach(text::append);
        });
        return text.toString();
    }

    private static void journey(Map<String, List<String>> samples, String labels, JourneyReport.Figures it) {
        sample(samples, "bench_request_processor_seconds", labels, it.cost().median() / 1_000_000);
        sample(samples, "bench_request_cost_ratio", labels, it.costOfBare().median());
        sample(samples, "bench_request_allocated_bytes", labels, it.allocated().median());
        sample(samples, "bench_requests_per_second", labels, it.perSecond().median());
    }

    private static void sample(Map<String, List<String>> samples, String name, String labels, double value) {
        samples.computeIfAbsent(name, first -> new ArrayList<>())
                .add(String.format(Locale.ROOT, "%s{%s} %s%n", name, labels, value));
    }

    /** In place of what was there before. */
    void push(URI gateway) {
        HttpRequest request = HttpRequest.newBuilder(
                        gateway.resolve("/metrics/job/bench/service/shop/environment/bench"))
                .PUT(HttpRequest.BodyPublishers.ofString(text()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 202) {
                throw new IllegalStateException("the Pushgateway answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
