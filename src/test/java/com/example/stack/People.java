package com.example.stack;

import com.example.shop.testing.ShopCalls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.IntStream;

/** Those who use the shop, those who should not, and whoever breaks the gateway. */
record People(URI shop, URI gateway) {

    /** Enough for a circuit to open. */
    private static final int PAYMENTS = 12;

    /** Pays while the gateway has the fault, which lasts until it heals itself, so that others meet it too. */
    void payWhile(String fault, String settings) {
        ShopCalls calls = calls();
        String customer = calls.newCustomer();
        breakWith(fault, settings);
        IntStream.range(0, PAYMENTS)
                .parallel()
                .forEach(payment -> calls.pay(customer, calls.orderOfABook(customer), "tok_visa"));
    }

    void cancel() {
        ShopCalls calls = calls();
        String customer = calls.newCustomer();
        calls.post("/api/orders/" + calls.orderOfABook(customer) + "/cancellation", customer, null);
    }

    void payWithACardNumber() {
        ShopCalls calls = calls();
        String customer = calls.newCustomer();
        calls.pay(customer, calls.orderOfABook(customer), "4111111111111111");
    }

    void registerTwice() {
        String body = """
                {"name": "Test Customer", "email": "%s@example.com", "password": "%s"}""".formatted(UUID.randomUUID(), UUID.randomUUID());
        calls().post("/api/customers", null, body);
        calls().post("/api/customers", null, body);
    }

    void comeWithAForgedToken() {
        calls().get("/api/orders", "no.jwt.atall");
    }

    void comeWithoutAToken() {
        calls().get("/api/orders", null);
    }

    void lookAtWhatIsNotTheirs() {
        calls().get("/api/pseudonyms/x", calls().newCustomer());
    }

    void guessAPassword() {
        String account = UUID.randomUUID() + "@example.com";
        for (int guess = 0; guess < 7; guess++) {
            logIn(account);
        }
    }

    void logInWrongly() {
        logIn(UUID.randomUUID() + "@example.com");
    }

    /** Ends every fault of the gateway. */
    void heal() {
        Reply.send(HttpRequest.newBuilder(gateway.resolve("/faults")).DELETE());
    }

    private void logIn(String account) {
        calls().post("/api/auth/token", null, """
                {"email": "%s", "password": "%s"}""".formatted(account, UUID.randomUUID()));
    }

    private void breakWith(String fault, String settings) {
        Reply.send(HttpRequest.newBuilder(gateway.resolve("/faults/" + fault))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(settings)));
    }

    private ShopCalls calls() {
        return new ShopCalls(shop);
    }
}
