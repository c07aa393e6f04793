package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTests {

    private final AtomicInteger served = new AtomicInteger();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean tenth = served.incrementAndGet() % 10 == 0;
                boolean chunked = exchange.getRequestURI().getPath().endsWith("chunked");
                byte[] body = "answer".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(tenth ? 503 : 200, chunked ? 0 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void exactlySoManyAreSentAndThoseWithAnotherStatusFail() {
        ClosedLoop load = load("/whole", 200);
        Load.Result result = load.run();
        assertThat(served).hasValue(200);
        assertThat(result.requests()).isEqualTo(200);
        assertThat(result.failed()).isEqualTo(20);
        assertThat(result.why()).isEqualTo("status 503");
        assertThat(load.run().failed()).isEqualTo(20);
        assertThat(served).hasValue(400);
    }

    @Test
    void aBodyInChunksIsReadToItsEnd() {
        assertThat(load("/chunked", 100).run().failed()).isEqualTo(10);
    }

    @Test
    void aServerThatIsGoneFailsEachRequest() {
        server.stop(0);
        assertThat(load("/whole", 30).run().failed()).isEqualTo(30);
    }

    private ClosedLoop load(String path, int requests) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return new ClosedLoop(server.getAddress().getPort(), 4, requests, 200, number -> request);
    }
}
