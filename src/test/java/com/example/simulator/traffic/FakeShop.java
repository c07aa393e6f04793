package com.example.simulator.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the shop's API over a real port, in memory; remembers the calls, forgets its customers on demand. */
class FakeShop implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    final Map<String, String> passwords = new ConcurrentHashMap<>();
    final Map<String, Reply> overrides = new ConcurrentHashMap<>();

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Reply> payments = new ConcurrentHashMap<>();
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    volatile boolean repeatPayments = true;
    volatile CountDownLatch gate = new CountDownLatch(0);

    FakeShop() {
        this(0);
    }

    FakeShop(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The shop restarts with an empty database. */
    void forgetEverybody() {
        passwords.clear();
        tokens.clear();
    }

    List<Call> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        JsonNode body = content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
        String path = exchange.getRequestURI().getPath();
        String operation =
                exchange.getRequestMethod() + " " + path.replaceAll("(products|orders|payments)/[^/]+", "$1/{}");
        Call call = new Call(
                operation,
                path,
                body,
                header(exchange, "Idempotency-Key"),
                header(exchange, "Authorization").replace("Bearer ", ""),
                header(exchange, "User-Agent"),
                header(exchange, "traceparent"));
        calls.add(call);
        Reply reply = overrides.containsKey(operation) ? overrides.get(operation) : answer(call);
        byte[] json = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private Reply answer(Call call) {
        return switch (call.operation()) {
            case "GET /api/products" -> products();
            case "GET /api/products/{}" -> new Reply(200, Map.of("sku", "A"));
            case "POST /api/customers" -> register(call);
            case "POST /api/auth/token" -> logIn(call);
            case "POST /api/orders" -> signedIn(call, owner -> placed());
            case "GET /api/orders" -> signedIn(call, owner -> new Reply(200, Map.of("items", List.of())));
            case "GET /api/orders/{}" ->
                signedIn(
                        call,
                        owner -> new Reply(
                                200,
                                Map.of("status", orders.getOrDefault(call.path().split("/")[3], "PENDING_PAYMENT"))));
            case "POST /api/orders/{}/payments" -> signedIn(call, owner -> pay(call));
            case "POST /api/payments/{}/refunds" ->
                signedIn(call, owner -> new Reply("support@example.com".equals(owner) ? 201 : 403, Map.of()));
            default -> new Reply(404, Map.of());
        };
    }

    private Reply products() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Reply(200, Map.of("items", List.of(Map.of("sku", "A"), Map.of("sku", "B"))));
    }

    private Reply register(Call call) {
        passwords.put(
                call.body().at("/email").asString(), call.body().at("/password").asString());
        return new Reply(201, Map.of("id", UUID.randomUUID().toString()));
    }

    private Reply logIn(Call call) {
        String email = call.body().at("/email").asString();
        if (!call.body().at("/password").asString().equals(passwords.get(email))) {
            return new Reply(401, Map.of());
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, email);
        return new Reply(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 900));
    }

    private Reply placed() {
        String id = UUID.randomUUID().toString();
        return new Reply(201, Map.of("id", id, "status", "PENDING_PAYMENT"));
    }

    private Reply pay(Call call) {
        if (!repeatPayments) {
            payments.clear();
        }
        return payments.computeIfAbsent(call.key(), key -> {
            String token = call.body().at("/method/token").asString();
            if (!"tok_ok".equals(token)) {
                return new Reply(402, Map.of("reason", "declined"));
            }
            orders.put(call.path().split("/")[3], "PAID");
            return new Reply(201, Map.of("id", UUID.randomUUID().toString(), "status", "CAPTURED"));
        });
    }

    private Reply signedIn(Call call, Function<String, Reply> then) {
        String owner = tokens.get(call.token());
        return owner == null ? new Reply(401, Map.of()) : then.apply(owner);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** What came in. */
    record Call(
            String operation,
            String path,
            JsonNode body,
            String key,
            String token,
            String userAgent,
            String traceparent) {

        /** The same call as if it had belonged to the other's trace. */
        Call withTraceOf(Call other) {
            return new Call(operation, path, body, key, token, userAgent, other.traceparent());
        }
    }

    /** What goes out. */
    record Reply(int status, Object body) {}
}
