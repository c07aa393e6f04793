package com.example.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom Alertmanager tells, on a free port of every address: keeps what it is told. */
final class NotificationSink implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What was told, on which path and with which credentials. */
    record Notification(String path, @Nullable String authorization, JsonNode body) {

        String service() {
            return body.at("/groupLabels/service").asString("");
        }

        /** The alerts in it, as name and status. */
        List<String> alerts() {
            return Board.stream(body.path("alerts"))
                    .map(alert -> alert.at("/labels/alertname").asString() + " "
                            + alert.path("status").asString())
                    .sorted()
                    .toList();
        }
    }

    private final List<Notification> received = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    NotificationSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Notification> all() {
        return List.copyOf(received);
    }

    Stream<Notification> of(String service) {
        return received.stream().filter(notification -> notification.service().equals(service));
    }

    /** Every alert that was told of a service, as name and status. */
    List<String> alertsOf(String service) {
        return of(service)
                .flatMap(notification -> notification.alerts().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Notification(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    JSON.readTree(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
