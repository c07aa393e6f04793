package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.MoodyCollector;
import com.example.testing.MoodyCollector.Mood;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpanSenderTests {

    private static final String PATH = "/v1/traces";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer than a collector that drips takes for a byte, so that the timeout of a read does not end it. */
    private static final Duration TIMEOUT = Duration.ofMillis(1_200);

    private static final Collection<SpanData> BATCH = SomeSpans.batch(16);

    /** More than the buffers of a connection on loopback hold. */
    private static final Collection<SpanData> LARGE = SomeSpans.batch(40_000);

    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();

    private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void threadsAreFree() {
        await().until(() -> threads.getActiveCount() == 0);
        threads.shutdownNow();
    }

    @Test
    void batchesShareAConnectionAndCarryTheHeadersOfTheSettings() throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        try (OtlpHttpSpanExporter exporter = exporter("http://localhost:" + serve(server) + PATH)
                .setHeaders(() -> Map.of("X-Scope-OrgID", "shop"))
                .build()) {
            threeBatches(exporter);
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .allSatisfy(request -> assertThat(request.getRequestHeaders())
                        .containsEntry("X-scope-orgid", List.of("shop"))
                        // as the JDK's other client would
                        .doesNotContainKey("Upgrade"))
                .extracting(HttpExchange::getRemoteAddress)
                .hasSize(3)
                .containsOnly(requests.getFirst().getRemoteAddress());
    }

    @Test
    void batchesShareAnEncryptedConnectionToACollectorWhoseCertificateIsTrusted(@TempDir Path folder) throws Exception {
        SelfSigned identity = SelfSigned.in(folder);
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
        String url = "https://localhost:" + serve(server) + PATH;
        try (OtlpHttpSpanExporter trusting =
                        exporter(url).setTrustedCertificates(identity.pem()).build();
                OtlpHttpSpanExporter stranger = exporter(url).build()) {
            threeBatches(trusting);
            assertThat(export(stranger, BATCH).isSuccess()).isFalse();
        } finally {
            server.stop(0);
        }
        assertThat(requests)
                .extracting(HttpExchange::getRemoteAddress)
                .hasSize(3)
                .containsOnly(requests.getFirst().getRemoteAddress());
    }

    @Test
    void whatIsCompressedArrivesWhole() throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        try (OtlpHttpSpanExporter exporter = exporter("http://localhost:" + serve(server) + PATH)
                .setCompression("gzip")
                .build()) {
            assertThat(export(exporter, BATCH).isSuccess()).isTrue();
        } finally {
            server.stop(0);
        }
        InputStream body = new GZIPInputStream(new ByteArrayInputStream(bodies.getFirst()));
        assertThat(ExportTraceServiceRequest.parseFrom(body).getResourceSpansList())
                .flatExtracting(ResourceSpans::getScopeSpansList)
                .flatExtracting(ScopeSpans::getSpansList)
                .hasSize(BATCH.size());
    }

    @Test
    void itGoesThroughTheProxyOfTheSettings() throws IOException {
        HttpServer proxy = HttpServer.create(loopback(), 0);
        int port = serve(proxy);
        try (OtlpHttpSpanExporter exporter = exporter("http://collector.invalid:4318" + PATH)
                .setProxy(ProxyOptions.create(new InetSocketAddress("localhost", port)))
                .build()) {
            assertThat(export(exporter, BATCH).isSuccess()).isTrue();
        } finally {
            proxy.stop(0);
        }
        assertThat(requests.getFirst().getRequestURI()).hasToString("http://collector.invalid:4318/v1/traces");
    }

    @Test
    void aConnectionThatTheCollectorHasClosedCostsNoBatch() {
        try (MoodyCollector collector = new MoodyCollector();
                OtlpHttpSpanExporter exporter = exporter(collector.endpoint()).build()) {
            for (int i = 0; i < 5; i++) {
                assertThat(export(exporter, BATCH).isSuccess()).isTrue();
                collector.behave(Mood.TAKES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "TAKES", mode = EnumSource.Mode.EXCLUDE)
    void aCollectorInAMoodCostsTheBatchAndNoMoreThanTheTimeout(Mood mood) {
        try (MoodyCollector collector = new MoodyCollector();
                OtlpHttpSpanExporter exporter =
                        exporter(collector.endpoint()).setTimeout(TIMEOUT).build()) {
            collector.behave(mood);
            long started = System.nanoTime();
            CompletableResultCode result = export(exporter, mood == Mood.HANGS ? LARGE : BATCH);
            assertThat(result.isDone()).isTrue();
            assertThat(result.isSuccess()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TIMEOUT.multipliedBy(3));
            // the thread is free as well, long before the collector would let go of it
            await().atMost(TIMEOUT.multipliedBy(3)).until(() -> threads.getActiveCount() == 0);

            collector.behave(Mood.TAKES);
            assertThat(export(exporter, BATCH).isSuccess()).isTrue();
        }
    }

    @Test
    void anAnswerWhoseEndDoesNotComeIsBrokenOff() throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        CountDownLatch gone = new CountDownLatch(1);
        try (ExecutorService servers = Executors.newSingleThreadExecutor()) {
            server.setExecutor(servers);
            server.createContext(PATH, exchange -> drip(exchange, gone));
            server.start();
            try (OtlpHttpSpanExporter exporter = exporter(
                            "http://localhost:" + server.getAddress().getPort() + PATH)
                    .setTimeout(TIMEOUT)
                    .build()) {
                long started = System.nanoTime();
                assertThat(export(exporter, BATCH).isSuccess()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TIMEOUT.multipliedBy(3));
                await().atMost(TIMEOUT.multipliedBy(3)).until(() -> threads.getActiveCount() == 0);
            } finally {
                gone.countDown();
                server.stop(0);
            }
        }
    }

    /** An answer that takes two minutes, byte by byte. */
    private static void drip(HttpExchange exchange, CountDownLatch gone) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 1_200);
        OutputStream body = exchange.getResponseBody();
        while (gone.getCount() > 0) {
            body.write('a');
            body.flush();
            LockSupport.parkNanos(TIMEOUT.toNanos() / 12);
        }
    }

    @Test
    void aBatchThatIsGivenUpBeforeItsTurnIsNotSent() throws Exception {
        HttpServer server = HttpServer.create(loopback(), 0);
        CountDownLatch busy = new CountDownLatch(1);
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                OtlpHttpSpanExporter exporter = exporter("http://localhost:" + serve(server) + PATH)
                        .setExecutorService(one)
                        .setTimeout(TIMEOUT)
                        .build()) {
            one.submit(() -> {
                busy.await();
                return null;
            });
            assertThat(export(exporter, BATCH).isSuccess()).isFalse();
            busy.countDown();
            assertThat(export(exporter, BATCH).isSuccess()).isTrue();
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasSize(1);
    }

    private OtlpHttpSpanExporterBuilder exporter(String endpoint) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE)
                .setRetryPolicy(null)
                .setExecutorService(threads)
                .setMemoryMode(MemoryMode.IMMUTABLE_DATA)
                .setComponentLoader(new SpanSenders());
    }

    private static void threeBatches(OtlpHttpSpanExporter exporter) {
        for (int i = 0; i < 3; i++) {
            assertThat(export(exporter, BATCH).isSuccess()).isTrue();
        }
    }

    private static CompletableResultCode export(OtlpHttpSpanExporter exporter, Collection<SpanData> batch) {
        return exporter.export(batch).join(10, TimeUnit.SECONDS);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Takes whatever comes; the port. */
    private int serve(HttpServer server) {
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            requests.add(exchange);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }
}
