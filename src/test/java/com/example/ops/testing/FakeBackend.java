package com.example.ops.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Prometheus and Loki in one, as far as they are asked here: answers by what the query contains, and keeps the queries. */
public final class FakeBackend {

    private static final String NOTHING = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private final HttpServer server;

    private final Map<String, String> answers = new LinkedHashMap<>();

    private final List<String> queries = new ArrayList<>();

    private final CountDownLatch never = new CountDownLatch(1);

    private boolean silent;

    private FakeBackend(HttpServer server) {
        this.server = server;
    }

    public static FakeBackend start() {
        try {
            FakeBackend backend =
                    new FakeBackend(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            backend.server.createContext("/", backend::answer);
            backend.server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "fake-backend");
                thread.setDaemon(true);
                return thread;
            }));
            backend.server.start();
            return backend;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Answers a query that contains the words with these results, a JSON array. */
    public synchronized void answers(String words, String results) {
        answers.put(
                words,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":%s}}".formatted(results));
    }

    /** Answers it with just this. */
    public synchronized void says(String words, String body) {
        answers.put(words, body);
    }

    /** From now on takes calls and does not answer. */
    public synchronized void fallSilent() {
        silent = true;
    }

    public synchronized void reset() {
        answers.clear();
        queries.clear();
        silent = false;
    }

    public synchronized List<String> queries() {
        return List.copyOf(queries);
    }

    private void answer(HttpExchange call) throws IOException {
        String query = URLDecoder.decode(call.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        byte[] body = body(call.getRequestURI().getPath() + "?" + query).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private String body(String query) {
        boolean waits;
        String answer;
        synchronized (this) {
            queries.add(query);
            waits = silent;
            answer = answers.entrySet().stream()
                    .filter(entry -> query.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(NOTHING);
        }
        if (waits) {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return answer;
    }
}
