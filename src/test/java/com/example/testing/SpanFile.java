package com.example.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/** Stands where a collector would: takes spans at the default OTLP port and writes each as a JSON line to a file. */
public final class SpanFile {

    private static final int PORT = 4318;

    private static final Path FILE = Path.of("target", "demo", "spans.json");

    private static final JsonMapper JSON = new JsonMapper();

    private SpanFile() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.createContext("/v1/traces", SpanFile::receive);
        Files.deleteIfExists(FILE);
        server.start();
        System.out.println("Spans sent to http://localhost:" + PORT + " are written to " + FILE);
    }

    private static void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            append(ExportTraceServiceRequest.parseFrom(body));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    /** Opens the file each time: a demo that starts later empties the folder. */
    private static void append(ExportTraceServiceRequest request) throws IOException {
        List<String> lines = request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(span -> line(attributes(resource.getResource().getAttributesList()), span)))
                .toList();
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String line(Map<String, Object> resource, Span span) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("service", resource.get("service.name"));
        line.put("name", span.getName());
        line.put("kind", span.getKind().name().replace("SPAN_KIND_", ""));
        line.put("status", span.getStatus().getCode().name().replace("STATUS_CODE_", ""));
        line.put("duration_ms", (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1_000_000);
        line.put("trace_id", HexFormat.of().formatHex(span.getTraceId().toByteArray()));
        line.put("span_id", HexFormat.of().formatHex(span.getSpanId().toByteArray()));
        line.put(
                "parent_span_id",
                HexFormat.of().formatHex(span.getParentSpanId().toByteArray()));
        line.put("attributes", attributes(span.getAttributesList()));
        return JSON.writeValueAsString(line);
    }

    private static Map<String, Object> attributes(List<KeyValue> attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.getKey(), value(attribute.getValue())));
        return values;
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case INT_VALUE -> value.getIntValue();
            case BOOL_VALUE -> value.getBoolValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            default -> value.getStringValue();
        };
    }
}
