package com.example.platform.observability;

import static com.example.testing.OtlpSink.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.OtlpSink;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a collector is sent: names, kinds and whole key sets, decoded from OTLP. */
@SpringBootTest(
        classes = ObservedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=observed",
            "spring.test.tracing.export=true",
            "management.tracing.sampling.probability=1.0",
            "management.opentelemetry.tracing.export.schedule-delay=100ms",
            "management.server.port=0",
            "platform.environment=test",
            "platform.instance=here",
            "platform.synthetic-user-agent=robot/",
            "spring.autoconfigure.exclude=" + Http.NO_DATABASE
        })
class ExportedSpansTests {

    private static final OtlpSink sink = OtlpSink.start();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry registry) {
        registry.add("management.opentelemetry.tracing.export.otlp.endpoint", sink::endpoint);
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void aServerSpanHasTheSemanticAttributesAndNoOthers() {
        String trace = Http.on(port).get("/api/things/4711?q=private").traceId();

        Span span = sink.awaitSpan(trace, "GET /api/things/{id}");

        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(attributes(span))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http.request.method", "GET",
                        "http.route", "/api/things/{id}",
                        "http.response.status_code", 200L,
                        "url.scheme", "http",
                        "module", "sample"));
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
    }

    @Test
    void anUnknownPathGivesASpanWithoutRouteAndWithoutThePath() {
        String trace = Http.on(port).get("/nowhere/private").traceId();

        Span span = sink.awaitSpan(trace, "GET");

        assertThat(attributes(span))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http.request.method", "GET",
                        "http.response.status_code", 404L,
                        "url.scheme", "http",
                        "module", "none"));
        assertThat(span.toString()).doesNotContain("private");
    }

    @Test
    void anExceptionLeavesItsClassOnTheSpanAndNeverItsMessage() {
        String trace = Http.on(port).get("/api/boom").traceId();

        Span span = sink.awaitSpan(trace, "GET /api/boom");

        assertThat(attributes(span))
                .containsEntry("error.type", "java.lang.IllegalStateException")
                .containsEntry("http.response.status_code", 500L);
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getEventsList()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("exception");
            assertThat(attributes(event.getAttributesList()))
                    .isEqualTo(Map.of("exception.type", "java.lang.IllegalStateException"));
        });
        assertThat(span.toString()).doesNotContain("4111 1111").doesNotContain("anna");
    }

    @Test
    void aServerErrorWithoutExceptionIsAnErrorOnTheSpan() {
        String trace = Http.on(port).get("/api/unavailable").traceId();

        Span span = sink.awaitSpan(trace, "GET /api/unavailable");

        assertThat(attributes(span))
                .containsEntry("error.type", "503")
                .containsEntry("http.response.status_code", 503L);
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void aClientSpanHasTheSemanticAttributesAndTheCalledProcessIsInTheSameTrace() {
        String trace = Http.on(port).get("/api/call/4711").traceId();

        List<Span> spans = sink.awaitSpans(trace, span -> span.getName().equals("GET /api/call/{id}"));

        Span client = sink.awaitSpans(trace, span -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT).stream()
                .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT)
                .findFirst()
                .orElseThrow();
        assertThat(client.getName()).isEqualTo("GET /api/things/{id}");
        assertThat(attributes(client))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http.request.method", "GET",
                        "http.response.status_code", 200L,
                        "server.address", "localhost",
                        "server.port", (long) port,
                        "url.template", "/api/things/{id}"));
        assertThat(spans)
                .anyMatch(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER
                        && OtlpSink.parentId(span).equals(OtlpSink.spanId(client)));
        assertThat(spans.toString()).doesNotContain("private");
    }

    @Test
    void aFailedCallIsAnErrorOfTheClientSpan() {
        String trace = Http.on(port).get("/api/call-failing").traceId();

        Span client = sink.awaitSpan(trace, "GET /nowhere/{id}");

        assertThat(attributes(client))
                .containsEntry("error.type", "404")
                .containsEntry("http.response.status_code", 404L);
        assertThat(client.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void anObservationOfOurOwnKeepsItsKeys() {
        String trace = Http.on(port).get("/api/work").traceId();

        Span span = sink.awaitSpan(trace, "thing.work");

        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_INTERNAL);
        assertThat(attributes(span)).isEqualTo(Map.of("thing.kind", "small", "thing.id", "17"));
    }

    @Test
    void aSyntheticCallerIsMarkedOnTheSpanOnly() {
        String synthetic =
                Http.on(port).header("User-Agent", "robot/1.0").get("/api/work").traceId();
        String real =
                Http.on(port).header("User-Agent", "browser").get("/api/work").traceId();

        assertThat(attributes(sink.awaitSpan(synthetic, "GET /api/work")))
                .containsEntry("user_agent.synthetic.type", "test");
        assertThat(attributes(sink.awaitSpan(real, "GET /api/work"))).doesNotContainKey("user_agent.synthetic.type");
    }

    @Test
    void theResourceTellsWhoseSpansTheyAre() {
        String trace = Http.on(port).get("/api/work").traceId();
        sink.awaitSpan(trace, "GET /api/work");

        assertThat(attributes(sink.resourceSpans().getFirst().getResource().getAttributesList()))
                .containsEntry("service.name", "observed")
                .containsEntry("service.instance.id", "here")
                .containsEntry("deployment.environment.name", "test")
                .containsKey("service.version");
    }

    @Test
    void aStrangersTraceIsContinuedButTheirBaggageIsNotPassedOn() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Http.Answer answer = Http.on(port)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("baggage", "user=anna")
                .get("/api/call/1");

        assertThat(answer.traceId()).isEqualTo(trace);
        assertThat(answer.body()).contains(trace).doesNotContain("baggage").doesNotContain("anna");
        Span span = sink.awaitSpan(trace, "GET /api/call/{id}");
        assertThat(OtlpSink.parentId(span)).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void aStrangersFlagNotToSampleIsNotObeyed() {
        String trace = "1af7651916cd43dd8448eb211c80319c";
        Http.Answer answer = Http.on(port)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                .get("/api/work");

        assertThat(answer.header("traceresponse")).startsWith("00-" + trace).endsWith("-01");
        assertThat(sink.awaitSpan(trace, "GET /api/work")).isNotNull();
    }

    @Test
    void probesAndTheActuatorLeaveNoSpans() {
        Http.on(port).get("/livez");
        Http.on(port).get("/readyz");
        String trace = Http.on(port).get("/api/work").traceId();
        sink.awaitSpan(trace, "GET /api/work");

        assertThat(sink.spans())
                .noneMatch(span ->
                        span.toString().contains("livez") || span.toString().contains("actuator"))
                .noneMatch(span -> attributes(span).containsValue("/readyz"));
    }
}
