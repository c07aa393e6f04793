package com.example.testing;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A collector for tests: decodes what is exported over OTLP/HTTP and keeps it; can refuse and hang on demand. */
public final class OtlpSink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private OtlpSink(HttpServer server) {
        this.server = server;
    }

    /** A sink on a free port. */
    public static OtlpSink start() {
        return start(0);
    }

    /** A sink on this port. */
    public static OtlpSink start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A sink on a free port of every address, which a container reaches through its gateway to the host. */
    public static OtlpSink startForContainers() {
        return start(new InetSocketAddress(0));
    }

    private static OtlpSink start(InetSocketAddress address) {
        try {
            HttpServer server = HttpServer.create(address, 0);
            OtlpSink sink = new OtlpSink(server);
            server.createContext("/v1/traces", sink::receive);
            server.setExecutor(sink.threads);
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value for {@code management.opentelemetry.tracing.export.otlp.endpoint}. */
    public String endpoint() {
        return "http://localhost:" + port() + "/v1/traces";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers with this status from now on; what comes with another than 200 is not kept. */
    public void answer(int newStatus) {
        status = newStatus;
    }

    /** Gives no answer until {@link #resume()}. */
    public void hang() {
        gate = new CountDownLatch(1);
    }

    public void resume() {
        gate.countDown();
    }

    public List<ResourceSpans> resourceSpans() {
        return List.copyOf(received);
    }

    /** What was received since the last time, which is then forgotten. */
    public List<ResourceSpans> take() {
        List<ResourceSpans> taken = new ArrayList<>();
        while (!received.isEmpty()) {
            taken.add(received.removeFirst());
        }
        return taken;
    }

    /** Every span received so far. */
    public List<Span> spans() {
        return received.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** The spans of the trace received so far; the id in hexadecimal digits. */
    public List<Span> spans(String traceId) {
        return spans().stream().filter(span -> traceId(span).equals(traceId)).toList();
    }

    /** The spans of the trace, as soon as one of them is as wanted. */
    public List<Span> awaitSpans(String traceId, Predicate<Span> wanted) {
        await().atMost(PATIENCE).until(() -> spans(traceId).stream().anyMatch(wanted));
        return spans(traceId);
    }

    /** The first span of the trace of this name. */
    public Span awaitSpan(String traceId, String name) {
        return awaitSpans(traceId, span -> span.getName().equals(name)).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static String traceId(Span span) {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }

    public static String spanId(Span span) {
        return HexFormat.of().formatHex(span.getSpanId().toByteArray());
    }

    public static String parentId(Span span) {
        return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
    }

    /** The attributes with their values as String, Long, Double or Boolean. */
    public static Map<String, Object> attributes(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, a -> value(a.getValue())));
    }

    public static Map<String, Object> attributes(Span span) {
        return attributes(span.getAttributesList());
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BOOL_VALUE -> value.getBoolValue();
            default -> value.toString();
        };
    }

    private void receive(HttpExchange exchange) throws IOException {
        int answer = status;
        try (exchange) {
            gate.await();
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body(exchange));
            if (answer == 200) {
                received.addAll(request.getResourceSpansList());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(answer, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
