package com.example.bench;

import java.nio.file.Path;
import java.util.List;

/** The same shop with more or less telemetry. */
enum Variant {
    /** Neither spans nor histograms, nor a line for a request or an event. */
    A("bare"),
    /** All three signals and every trace, as the demo runs. */
    B("everything, every trace"),
    /** The same with one trace in ten. */
    B10("everything, one trace in ten"),
    /** Bare, and OpenTelemetry's agent for Java with its defaults. */
    C("bare, and OpenTelemetry's Java agent");

    private static final List<String> BARE = List.of(
            "--logging.level.root=warn",
            "--management.observations.enable.jdbc.query=false",
            "--management.metrics.distribution.slo.http.server.requests=",
            "--management.metrics.distribution.slo.http.client.requests=",
            "--management.metrics.distribution.slo.orders.cart.size=",
            "--management.metrics.distribution.slo.orders.checkout.duration=",
            "--management.metrics.distribution.percentiles.orders.value=",
            "--spring.autoconfigure.exclude="
                    + String.join(
                            ",",
                            "com.example.platform.observability.SpanExportAutoConfiguration",
                            "com.example.platform.observability.TracingAutoConfiguration",
                            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
                            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
                            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration"));

    private final String meaning;

    Variant(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    /** Whether each request leaves its spans. */
    boolean tracesAll() {
        return this == B || this == C;
    }

    /** How long its exporter keeps a span at the most, in seconds, and a little more. */
    int patience() {
        return switch (this) {
            case A -> 0;
            case B, B10 -> 2;
            case C -> 6;
        };
    }

    List<String> arguments(String collector) {
        return switch (this) {
            case A, C -> BARE;
            case B -> full(collector, "1.0");
            case B10 -> full(collector, "0.1");
        };
    }

    private static List<String> full(String collector, String ratio) {
        return List.of(
                "--management.tracing.sampling.probability=" + ratio,
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector + "/v1/traces");
    }

    /** Options of the JVM; the agent is told by them where to send. */
    List<String> options(Path agent, String collector) {
        return this != C
                ? List.of()
                : List.of(
                        "-javaagent:" + agent.toAbsolutePath(),
                        "-Dotel.service.name=shop",
                        "-Dotel.exporter.otlp.endpoint=" + collector);
    }
}
