package com.example.chaos;

import com.example.chaos.Told.Operation;
import com.example.shop.testing.Answer;
import com.example.shop.testing.ShopCalls;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.core.JacksonException;

/** Asks the shops on behalf of customers and writes down each answer, or that there was none. Thread-safe. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ShopCalls> shops;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    Clients(List<ShopCalls> shops) {
        this.shops = shops;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    Told place(int shop, String token, String key, String sku, int quantity) {
        return ask(shop, token, Operation.PLACE, key, "", "/api/orders", """
                {"items": [{"sku": "%s", "quantity": %d}]}""".formatted(sku, quantity));
    }

    Told pay(int shop, String token, String order, String key, String card) {
        return ask(shop, token, Operation.PAY, key, order, "/api/orders/" + order + "/payments", """
                {"method": {"token": "%s"}}""".formatted(card));
    }

    Told cancel(int shop, String token, String order) {
        return ask(shop, token, Operation.CANCEL, "", order, "/api/orders/" + order + "/cancellation", "");
    }

    /** Of the amount, or of what is left when it is 0. */
    Told refund(int shop, String token, String payment, String key, long amount) {
        String body = amount == 0 ? "{}" : """
                {"amount": {"amount": %d, "currency": "EUR"}}""".formatted(amount);
        return ask(shop, token, Operation.REFUND, key, payment, "/api/payments/" + payment + "/refunds", body);
    }

    private Told ask(int shop, String token, Operation operation, String key, String about, String path, String body) {
        ShopCalls calls = shops.get(Math.floorMod(shop, shops.size()));
        HttpRequest.Builder request = calls.request(path, token).timeout(PATIENCE);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        Instant asked = Instant.now();
        Told answer = answer(operation, key, about, asked, calls, request.POST(BodyPublishers.ofString(body)));
        told.add(answer);
        return answer;
    }

    private static Told answer(
            Operation operation,
            String key,
            String about,
            Instant asked,
            ShopCalls calls,
            HttpRequest.Builder request) {
        try {
            Answer answer = calls.send(request);
            // a decline says which payment it was in a field of its own
            String id = answer.status() == 402 ? answer.at("/payment_id") : answer.at("/id");
            return new Told(operation, key, about, answer.status(), id, asked, Instant.now());
        } catch (UncheckedIOException | JacksonException lost) {
            return new Told(operation, key, about, 0, "", asked, Instant.now());
        }
    }
}
