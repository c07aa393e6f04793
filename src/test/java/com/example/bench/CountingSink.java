package com.example.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

/** A collector that decodes and counts the spans of one process, and takes metrics and logs unread. */
final class CountingSink implements AutoCloseable {

    private final LongAdder spans = new LongAdder();

    private final LongAdder served = new LongAdder();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final HttpServer server;

    CountingSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/traces", exchange -> take(exchange, true));
        server.createContext("/v1/", exchange -> take(exchange, false));
        server.start();
    }

    /** Says where it serves, then for each line it is told what arrived, for as long as the one who started it lives. */
    public static void main(String[] args) {
        try (CountingSink sink = new CountingSink()) {
            System.out.println(sink.url());
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                    .lines()
                    .forEach(line -> System.out.println(sink.counts().text()));
        }
    }

    /**
     * What arrived so far.
     *
     * @param spans all that were decoded
     * @param served those of them that are of a request served
     */
    record Counts(long spans, long served) {

        static Counts parse(String text) {
            String[] numbers = text.split(" ");
            return new Counts(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }

        String text() {
            return spans + " " + served;
        }
    }

    /** The base, without the path of a signal. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Counts counts() {
        return new Counts(spans.sum(), served.sum());
    }

    private void take(HttpExchange exchange, boolean traces) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            if (traces) {
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::count);
            } else {
                body.transferTo(OutputStream.nullOutputStream());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void count(ResourceSpans resource) {
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            spans.add(scope.getSpansCount());
            scope.getSpansList().stream()
                    .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
                    .forEach(span -> served.increment());
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
