package com.example.shop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Calls the shop as its clients do: over HTTP, byte for byte. */
public final class ShopCalls {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;

    public ShopCalls(int port) {
        this(URI.create("http://localhost:" + port));
    }

    public ShopCalls(URI url) {
        this.url = url;
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer post(String path, String token, String body, String... headers) {
        HttpRequest.Builder request = request(path, token);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The token of a customer registered for this. */
    public String newCustomer() {
        String email = "customer-" + UUID.randomUUID() + "@example.com";
        String password = UUID.randomUUID().toString();
        Answer registered = post("/api/customers", null, """
                {"name": "Test Customer", "email": "%s", "password": "%s"}""".formatted(email, password));
        if (registered.status() != 201) {
            throw new IllegalStateException("registration was answered " + registered.status());
        }
        return login(email, password);
    }

    public String login(String email, String password) {
        Answer answer = post("/api/auth/token", null, """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
        if (answer.status() != 200) {
            throw new IllegalStateException("the login was answered " + answer.status());
        }
        return answer.at("/access_token");
    }

    public Answer order(String token, String sku, int quantity) {
        return post("/api/orders", token, """
                {"items": [{"sku": "%s", "quantity": %d}]}""".formatted(sku, quantity));
    }

    /** The id of an order of one book. */
    public String orderOfABook(String token) {
        return order(token, "BOK-0001", 1).at("/id");
    }

    public Answer pay(String token, String order, String key, String cardToken) {
        return post("/api/orders/" + order + "/payments", token, """
                {"method": {"token": "%s"}}""".formatted(cardToken), "Idempotency-Key", key);
    }

    public Answer pay(String token, String order, String cardToken) {
        return pay(token, order, newKey(), cardToken);
    }

    public Answer refund(String token, String payment, String key, Long amount) {
        String body = amount == null ? "{}" : """
                {"amount": {"amount": %d, "currency": "EUR"}}""".formatted(amount);
        return post("/api/payments/" + payment + "/refunds", token, body, "Idempotency-Key", key);
    }

    public String statusOf(String token, String order) {
        return get("/api/orders/" + order, token).at("/status");
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
