package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    private final AtomicInteger served = new AtomicInteger();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                int number = served.incrementAndGet();
                if (exchange.getRequestURI().getPath().equals("/slow")) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                exchange.sendResponseHeaders(number % 10 == 0 ? 503 : 200, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void soManyASecondAreSent() {
        long started = System.nanoTime();
        OpenLoop.Result result = load("/fast", 100).run();
        assertThat(served).hasValue(100);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(980));
        assertThat(result.nanos()).hasSize(100).isSorted();
        assertThat(result.failed()).isEqualTo(10);
    }

    /** Two connections at 20 ms a request serve 100 a second at the most; the last of 200 is due when half are done. */
    @Test
    void whoWaitsForAConnectionHasWaited() {
        OpenLoop.Result result = load("/slow", 200).run();
        assertThat(result.millis(0.99)).isGreaterThan(900);
        assertThat(result.millis(0.5)).isGreaterThan(400);
    }

    private OpenLoop load(String path, int perSecond) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return new OpenLoop(
                server.getAddress().getPort(), 2, perSecond, Duration.ofSeconds(1), new Requests(200, i -> request));
    }
}
