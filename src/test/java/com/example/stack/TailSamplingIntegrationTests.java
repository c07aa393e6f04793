package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.OtlpSink;
import com.example.testing.RequiresDockerImages;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the variant with tail sampling keeps, decided by the real collector on whole traces. */
@Tag("stack")
@RequiresDockerImages(CollectorContainer.IMAGE)
@TestInstance(Lifecycle.PER_CLASS)
class TailSamplingIntegrationTests {

    private static final int EACH = 30;
    private static final int ORDINARY = 270;
    private static final Duration QUICK = Duration.ofMillis(20);

    private final OtlpSink tempo = OtlpSink.startForContainers();
    private final CollectorContainer collector = new CollectorContainer(tempo, "tail-sampling");

    @BeforeAll
    void sendTracesOfAllKinds() {
        collector.start();
        send(EACH, TailSamplingIntegrationTests::failed);
        send(EACH, TailSamplingIntegrationTests::slow);
        send(EACH, TailSamplingIntegrationTests::longButQuick);
        send(ORDINARY, () -> Stream.of(server("ordinary", QUICK)));
        await().atMost(Duration.ofSeconds(40)).until(() -> decided() == 3 * EACH + ORDINARY);
        await().atMost(Duration.ofSeconds(10)).until(() -> traces("failed") == EACH && traces("slow") == EACH);
    }

    @AfterAll
    void stop() {
        collector.stop();
        tempo.close();
    }

    @Test
    void everyFailedTraceIsKeptWhole() {
        assertThat(traces("failed")).isEqualTo(EACH);
        assertThat(traces("caller of a failed one")).isEqualTo(EACH);
    }

    @Test
    void everyTraceWithASlowAnswerIsKept() {
        assertThat(traces("slow")).isEqualTo(EACH);
    }

    @Test
    void aboutOneInTenOfTheRestIsKept() {
        assertThat(traces("ordinary")).isBetween(ORDINARY / 30, ORDINARY / 4);
    }

    @Test
    void aTraceThatIsLongButAnsweredQuicklyIsOneOfTheRest() {
        assertThat(traces("long but quick")).isLessThan(EACH / 2);
    }

    private static Stream<Span.Builder> failed() {
        Span.Builder caller = SentSpans.span("caller of a failed one", SpanKind.SPAN_KIND_CLIENT, QUICK);
        Span.Builder failed = SentSpans.childOf(caller, "failed", SpanKind.SPAN_KIND_SERVER, QUICK);
        return Stream.of(caller, failed.setStatus(Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR)));
    }

    private static Stream<Span.Builder> slow() {
        return Stream.of(server("slow", Duration.ofMillis(600)));
    }

    private static Stream<Span.Builder> longButQuick() {
        Span.Builder root = SentSpans.span("long but quick", SpanKind.SPAN_KIND_INTERNAL, Duration.ofSeconds(5));
        return Stream.of(root, SentSpans.childOf(root, "its answer", SpanKind.SPAN_KIND_SERVER, QUICK));
    }

    private static Span.Builder server(String name, Duration duration) {
        return SentSpans.span(name, SpanKind.SPAN_KIND_SERVER, duration);
    }

    private void send(int count, Supplier<Stream<Span.Builder>> trace) {
        List<Span> spans = Stream.generate(trace)
                .limit(count)
                .flatMap(builders -> builders.map(Span.Builder::build))
                .toList();
        assertThat(SentSpans.send(collector.address(4318), spans)).isEqualTo(200);
    }

    private double decided() {
        return collector.metric("otelcol_processor_tail_sampling_global_count_traces_sampled_total", "");
    }

    private int traces(String name) {
        return tempo.spans().stream()
                .filter(span -> span.getName().equals(name))
                .map(OtlpSink::traceId)
                .collect(Collectors.toSet())
                .size();
    }
}
