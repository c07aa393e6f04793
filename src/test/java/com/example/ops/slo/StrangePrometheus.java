package com.example.ops.slo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** In the place of Prometheus: it answers what it is told to, or misbehaves. */
final class StrangePrometheus {

    enum Manner {
        ANSWERS,
        HANGS,
        HANGS_IN_THE_BODY,
        HANGS_UP,
        FAILS,
        SPEAKS_OTHERWISE
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Manner manner = Manner.ANSWERS;
    private volatile String body = "";

    private StrangePrometheus(HttpServer server) {
        this.server = server;
    }

    static StrangePrometheus start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StrangePrometheus prometheus = new StrangePrometheus(server);
            server.setExecutor(prometheus.threads);
            server.createContext("/api/v1/query", prometheus::handle);
            server.start();
            return prometheus;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void behave(Manner manner) {
        this.manner = manner;
    }

    void answers(String body) {
        this.body = body;
        this.manner = Manner.ANSWERS;
    }

    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        switch (manner) {
            case ANSWERS -> answer(exchange, 200, "application/json", body);
            case FAILS -> answer(exchange, 503, "application/json", body);
            case SPEAKS_OTHERWISE -> answer(exchange, 200, "text/html", "<html>Who is there?</html>");
            case HANGS_UP -> exchange.close();
            case HANGS -> waitForTheEnd();
            case HANGS_IN_THE_BODY -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                waitForTheEnd();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
