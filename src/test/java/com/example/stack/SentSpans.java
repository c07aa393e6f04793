package com.example.stack;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Spans made by hand and sent over OTLP/HTTP, as an application would send them. */
final class SentSpans {

    private static final Random IDS = new Random(42);

    private SentSpans() {}

    /** A span of a trace of its own, with one that has just ended after so long. */
    static Span.Builder span(String name, SpanKind kind, Duration duration) {
        Instant end = Instant.now();
        return Span.newBuilder()
                .setTraceId(id(16))
                .setSpanId(id(8))
                .setName(name)
                .setKind(kind)
                .setStartTimeUnixNano(nanos(end.minus(duration)))
                .setEndTimeUnixNano(nanos(end));
    }

    static Span.Builder childOf(Span.Builder parent, String name, SpanKind kind, Duration duration) {
        return span(name, kind, duration).setTraceId(parent.getTraceId()).setParentSpanId(parent.getSpanId());
    }

    static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    /** Sends them in one request; returns the status of the answer. */
    static int send(URI collector, List<Span> spans) {
        return Reply.send(HttpRequest.newBuilder(collector.resolve("/v1/traces"))
                        .header("Content-Type", "application/x-protobuf")
                        .POST(BodyPublishers.ofByteArray(request(spans).toByteArray())))
                .status();
    }

    private static ExportTraceServiceRequest request(List<Span> spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "test")))
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(spans)))
                .build();
    }

    private static ByteString id(int length) {
        byte[] id = new byte[length];
        IDS.nextBytes(id);
        return ByteString.copyFrom(id);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }
}
