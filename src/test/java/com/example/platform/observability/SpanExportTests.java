package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.OtlpSink;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A collector that is dead, comes, goes or hangs, and an application that does not mind. */
@ExtendWith({OutputCaptureExtension.class, FreshLogging.class})
class SpanExportTests {

    private static final String AT_ONCE = "--management.opentelemetry.tracing.export.schedule-delay=100ms";

    @Test
    void aDeadCollectorIsToldOnceAndItsReturnOnce(CapturedOutput output) {
        OtlpSink sink = OtlpSink.start();
        sink.answer(500);
        try (sink;
                ConfigurableApplicationContext context = start(sink, AT_ONCE)) {
            int port = port(context);
            for (int i = 1; i <= 3; i++) {
                Http.on(port).get("/api/work");
                int batches = i;
                await().until(() -> exported(context, "failure") >= 2.0 * batches);
            }
            sink.answer(200);
            await().until(() -> {
                Http.on(port).get("/api/work");
                return exported(context, "success") > 0;
            });

            await().untilAsserted(() ->
                    assertThat(count(output, "telemetry.export.recovered")).isOne());
            assertThat(count(output, "telemetry.export.failing")).isOne();
            assertThat(output.getAll()).doesNotContain("io.opentelemetry.exporter");
        }
    }

    @Test
    void aHangingCollectorHoldsNeitherARequestNorTheShutdown() {
        try (OtlpSink sink = OtlpSink.start()) {
            ConfigurableApplicationContext context = start(
                    sink,
                    "--management.opentelemetry.tracing.export.timeout=30s",
                    "--management.opentelemetry.tracing.export.otlp.timeout=30s");
            sink.hang();
            int port = port(context);
            for (int i = 0; i < 20; i++) {
                long started = System.nanoTime();
                Http.on(port).get("/api/work");
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            }

            long started = System.nanoTime();
            context.close();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(4_000));
        }
    }

    @Test
    void spansThatTheQueueHasNoRoomForAreCounted() {
        try (OtlpSink sink = OtlpSink.start();
                ConfigurableApplicationContext context = start(sink)) {
            sink.hang();
            Tracer tracer = context.getBean(Tracer.class);
            for (int i = 0; i < 5_000; i++) {
                tracer.spanBuilder("many").startSpan().end();
            }

            assertThat(context.getBean(MeterRegistry.class)
                            .get("telemetry.spans.dropped")
                            .functionCounter()
                            .count())
                    .isGreaterThan(1_000);
        }
    }

    @Test
    void theLastSpansLeaveBeforeTheProcessDoes() {
        try (OtlpSink sink = OtlpSink.start()) {
            ConfigurableApplicationContext context =
                    start(sink, "--management.opentelemetry.tracing.export.schedule-delay=1h");
            String trace = Http.on(port(context)).get("/api/work").traceId();
            context.close();

            assertThat(sink.spans(trace)).extracting("name").contains("GET /api/work");
        }
    }

    @Test
    void whatRawInstrumentationPutsOnASpanIsRedactedOnItsWayOut() {
        try (OtlpSink sink = OtlpSink.start();
                ConfigurableApplicationContext context = start(sink, AT_ONCE)) {
            var span = context.getBean(Tracer.class)
                    .spanBuilder("raw of anna@example.com")
                    .startSpan();
            span.setAttribute("note", "card 4111 1111 1111 1111");
            span.recordException(new IllegalStateException("token tok_secret"));
            span.end();

            var exported = sink.awaitSpan(span.getSpanContext().getTraceId(), "raw of [email]");
            assertThat(OtlpSink.attributes(exported)).containsEntry("note", "card [card]");
            assertThat(exported.toString())
                    .doesNotContain("4111 1111")
                    .doesNotContain("tok_secret")
                    .contains("exception.type");
        }
    }

    private static ConfigurableApplicationContext start(OtlpSink sink, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.application.name=observed",
                "--spring.autoconfigure.exclude=" + Http.NO_DATABASE,
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.max-queue-size=2048",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + sink.endpoint()));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(ObservedApplication.class).run(arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static double exported(ConfigurableApplicationContext context, String outcome) {
        return context.getBean(MeterRegistry.class)
                .get("telemetry.spans.exported")
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }

    private static long count(CapturedOutput output, String event) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("\"" + event + "\""))
                .count();
    }
}
