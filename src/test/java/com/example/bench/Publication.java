package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;

/** The results as metrics, for a Pushgateway. */
record Publication(BenchResults results) {

    /** In Prometheus' text format; of parts that were not measured there is nothing. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : Part.journeys()) {
            results.journey(part)
                    .ifPresent(report -> report.variants()
                            .forEach((variant, it) -> journey(text, Map.of("journey", part, "variant", variant), it)));
        }
        results.figures(Part.START_UP, StartUp.class)
                .ifPresent(startUp -> startUp.byPackaging()
                        .forEach((packaging, it) -> sample(
                                text,
                                "bench_start_seconds",
                                Map.of("packaging", packaging),
                                it.seconds().median())));
        return text.toString();
    }

    private static void journey(StringBuilder text, Map<String, ?> labels, JourneyReport.Figures it) {
        sample(text, "bench_request_processor_seconds", labels, it.cost().median() / 1_000_000);
        sample(text, "bench_request_cost_ratio", labels, it.costOfBare().median());
        sample(text, "bench_request_allocated_bytes", labels, it.allocated().median());
        sample(text, "bench_requests_per_second", labels, it.perSecond().median());
    }

    private static void sample(StringBuilder text, String name, Map<String, ?> labels, double value) {
        StringBuilder all = new StringBuilder();
        labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> all.append(all.isEmpty() ? "" : ",")
                        .append(label.getKey())
                        .append("=\"")
                        .append(label.getValue())
                        .append('"'));
        text.append(String.format(Locale.ROOT, "%s{%s} %s%n", name, all, value));
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
