package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.OtlpSink;
import com.example.testing.RequiresDockerImages;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the real collector does to spans on their way to Tempo, and what it does while Tempo is away. */
@Tag("stack")
@RequiresDockerImages(CollectorContainer.IMAGE)
@TestInstance(Lifecycle.PER_CLASS)
class CollectorIntegrationTests {

    private static final int QUEUE = 20_000;
    private static final int BATCH = 1_000;

    private final OtlpSink tempo = OtlpSink.startForContainers();
    private final CollectorContainer collector = new CollectorContainer(tempo, "keep-all");

    @BeforeAll
    void start() {
        collector.start();
    }

    @AfterEach
    void tempoIsBack() {
        tempo.answer(200);
    }

    @AfterAll
    void stop() {
        collector.stop();
        tempo.close();
    }

    @Test
    void spansArriveAsTheyWereSentOverHttp() {
        Span sent = SentSpans.span("GET /things/{id}", SpanKind.SPAN_KIND_SERVER, Duration.ofMillis(20))
                .addAttributes(SentSpans.attribute("thing.id", "41111111-1111-4111-8111-111111111111"))
                .addAttributes(SentSpans.attribute(
                        "db.query.text", "select * from things where id = ? and at > 1795344373307"))
                .addAttributes(SentSpans.attribute("url.template", "/things/{id}"))
                .setStatus(Status.getDefaultInstance())
                .build();

        assertThat(received(sent)).isEqualTo(sent);
    }

    @Test
    void spansArriveOverGrpc() {
        try (OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                        .setEndpoint(collector.address(4317).toString())
                        .build();
                SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build()) {
            Tracer tracer = provider.get("test");
            var span = tracer.spanBuilder("over gRPC").startSpan();
            span.end();

            assertThat(tempo.awaitSpan(span.getSpanContext().getTraceId(), "over gRPC"))
                    .isNotNull();
        }
    }

    @Test
    void secretsAreTakenOutOfEveryPartOfASpan() {
        Span sent = SentSpans.span("GET /cards/4111111111111111", SpanKind.SPAN_KIND_SERVER, Duration.ofMillis(20))
                .addAttributes(SentSpans.attribute("note", "card 4111 1111 1111 1111, 5555-5555-5555-4444 declined"))
                .addAttributes(SentSpans.attribute("mail", "to anna.b+x@example.com now"))
                .addAttributes(SentSpans.attribute("header", "Bearer abcdefghijklmnopqrstuvwxyz"))
                .addAttributes(SentSpans.attribute("token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"))
                .addAttributes(SentSpans.attribute("query", "a=1&password=hunter2&b=2"))
                .addAttributes(SentSpans.attribute("http.request.header.authorization", "anything"))
                .addAttributes(SentSpans.attribute("kept", "as it is"))
                .addEvents(Event.newBuilder()
                        .setName("exception")
                        .addAttributes(SentSpans.attribute("exception.message", "no such user: bob@example.com")))
                .setStatus(Status.newBuilder()
                        .setCode(StatusCode.STATUS_CODE_ERROR)
                        .setMessage("card 378282246310005 of carol@example.com"))
                .build();

        Span received = received(sent);

        assertThat(received.toString())
                .doesNotContain(
                        "4111 1111",
                        "41111111",
                        "5555-5555",
                        "55555555",
                        "378282",
                        "@example.com",
                        "abcdefghij",
                        "eyJ",
                        "hunter2",
                        "anything");
        assertThat(received.getName()).isEqualTo("GET /cards/[card]");
        assertThat(received.getStatus().getMessage()).isEqualTo("card [card] of [email]");
        assertThat(OtlpSink.attributes(received))
                .containsEntry("note", "card [card], [card] declined")
                .containsEntry("mail", "to [email] now")
                .containsEntry("header", "Bearer [redacted]")
                .containsEntry("token", "[jwt]")
                .containsEntry("query", "a=1&password=[redacted]&b=2")
                .containsEntry("kept", "as it is")
                .doesNotContainKey("http.request.header.authorization");
        assertThat(OtlpSink.attributes(received.getEvents(0).getAttributesList()))
                .containsEntry("exception.message", "no such user: [email]");
    }

    @Test
    void spansWaitInABoundedQueueWhileTempoIsAwayAndArriveWhenItIsBack() {
        tempo.answer(503);
        IntStream.range(0, 2 * QUEUE / BATCH).forEach(batch -> send("while away"));
        await().atMost(Duration.ofSeconds(30)).until(() -> dropped() > 0);

        tempo.answer(200);

        await().atMost(Duration.ofMinutes(1)).until(() -> received("while away") + dropped() >= 2 * QUEUE);
        assertThat(received("while away")).isBetween(QUEUE / 2L, QUEUE + 2L * BATCH);
        send("when back");
        await().until(() -> received("when back") == BATCH);
    }

    private Span received(Span sent) {
        assertThat(SentSpans.send(collector.address(4318), List.of(sent))).isEqualTo(200);
        return tempo.awaitSpans(OtlpSink.traceId(sent), span -> span.getSpanId().equals(sent.getSpanId()))
                .getFirst();
    }

    private void send(String name) {
        List<Span> spans = IntStream.range(0, BATCH)
                .mapToObj(number -> SentSpans.span(name, SpanKind.SPAN_KIND_INTERNAL, Duration.ZERO)
                        .build())
                .toList();
        assertThat(SentSpans.send(collector.address(4318), spans)).isEqualTo(200);
    }

    private long received(String name) {
        return tempo.spans().stream()
                .filter(span -> span.getName().equals(name))
                .count();
    }

    private double dropped() {
        return collector.metric("otelcol_exporter_enqueue_failed_spans_total", "");
    }
}
