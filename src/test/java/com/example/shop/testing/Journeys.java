package com.example.shop.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Makes a live shop do everything it can do, so that every signal it has is there. */
public final class Journeys {

    private final LiveShop live;

    private final ShopCalls shop;

    public Journeys(LiveShop live) {
        this.live = live;
        this.shop = live.calls();
    }

    /** Drives them all and returns the trace id of the last request. */
    public String driveAll() throws Exception {
        String customer = shop.newCustomer();
        buy(customer);
        cancel(customer);
        decline(customer);
        loseAnAnswer(customer);
        misbehave(customer);
        changeALogLevel();
        return shop.get("/api/orders", customer)
                .header("traceresponse")
                .orElseThrow()
                .split("-")[1];
    }

    private void buy(String customer) {
        String key = ShopCalls.newKey();
        String order = shop.orderOfABook(customer);
        String payment = shop.pay(customer, order, key, "tok_visa").at("/id");
        shop.pay(customer, order, key, "tok_visa");
        shop.get("/api/orders/" + order, customer);
        shop.get("/api/payments/" + payment, customer);
        shop.get("/api/products", null);
        shop.refund(live.support(), payment, ShopCalls.newKey(), null);
    }

    private void cancel(String customer) {
        shop.post("/api/orders/" + shop.orderOfABook(customer) + "/cancellation", customer, null);
    }

    private void decline(String customer) {
        shop.pay(customer, shop.orderOfABook(customer), "tok_expired");
    }

    private void loseAnAnswer(String customer) {
        live.gateway().breakWith("drop-answer", "{}");
        String payment;
        try {
            payment =
                    shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        } finally {
            live.gateway().heal();
        }
        // longer than an open circuit and the pauses of reconciliation together
        await().atMost(Duration.ofSeconds(40))
                .until(() -> shop.get("/api/payments/" + payment, customer)
                        .at("/status")
                        .equals("captured"));
    }

    private void misbehave(String customer) {
        shop.post("/api/auth/token", null, "{\"email\": \"nobody@example.com\", \"password\": \"wrong password\"}");
        shop.post("/api/customers", null, "{}");
        shop.get("/api/orders", null);
        shop.get("/api/orders", "no.jwt.atall");
        shop.get("/api/pseudonyms/x", customer);
        String order = shop.orderOfABook(customer);
        shop.pay(customer, order, "4111111111111111");
        shop.get("/api/orders/" + order, shop.newCustomer());
    }

    private void changeALogLevel() throws Exception {
        URI logger = live.management("/actuator/loggers/com.example.shop.orders");
        HttpRequest request = HttpRequest.newBuilder(logger)
                .header("Authorization", "Bearer " + live.operator())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"configuredLevel\": \"INFO\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("changing a log level was answered " + status);
            }
        }
        shop.get("/api/pseudonyms/x", live.operator());
    }
}
