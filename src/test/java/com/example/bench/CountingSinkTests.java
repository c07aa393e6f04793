package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CountingSinkTests {

    @Test
    void spansAreDecodedAndCountedPlainAndCompressed() throws Exception {
        try (CountingSink sink = new CountingSink()) {
            assertThat(send(sink.url() + "/v1/traces", spans(3), false)).isEqualTo(200);
            assertThat(send(sink.url() + "/v1/traces", spans(4), true)).isEqualTo(200);
            assertThat(sink.counts()).isEqualTo(new CountingSink.Counts(9, 2));
        }
    }

    @Test
    void otherSignalsAreTakenAndNotCounted() throws Exception {
        try (CountingSink sink = new CountingSink()) {
            assertThat(send(sink.url() + "/v1/metrics", new byte[] {1, 2, 3}, false))
                    .isEqualTo(200);
            assertThat(sink.counts()).isEqualTo(new CountingSink.Counts(0, 0));
        }
    }

    @Test
    void oneOfItsOwnProcessTellsTheSame() throws Exception {
        try (Collector collector = Collector.start()) {
            assertThat(send(collector.url() + "/v1/traces", spans(3), false)).isEqualTo(200);
            assertThat(collector.counts()).isEqualTo(new CountingSink.Counts(4, 1));
        }
    }

    private static byte[] spans(int number) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder().setKind(Span.SpanKind.SPAN_KIND_SERVER))
                                .addAllSpans(Collections.nCopies(number, Span.getDefaultInstance()))))
                .build()
                .toByteArray();
    }

    private static int send(String url, byte[] body, boolean zipped) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofByteArray(zipped ? zip(body) : body));
        if (zipped) {
            request.header("Content-Encoding", "gzip");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static byte[] zip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }
}
