package com.example.stack;

import com.example.shop.testing.ShopCalls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Those who use the shop, those who should not, and whoever breaks the gateway. */
record People(URI shop, URI gateway) {

    private static final int PAYMENTS = 12;

    /** Pays until a circuit opens while the gateway has the fault; leaves it healed. */
    void payWhile(String fault, String settings) {
        ShopCalls calls = calls();
        String customer = calls.newCustomer();
        breakWith(fault, settings);
        try {
            for (int payment = 0; payment < PAYMENTS; payment++) {
                calls.pay(customer, calls.orderOfABook(customer), "tok_visa");
            }
        } finally {
            heal();
        }
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

    private void logIn(String account) {
        calls().post("/api/auth/token", null, """
                {"email": "%s", "password": "%s"}""".formatted(account, UUID.randomUUID()));
    }

    private void breakWith(String fault, String settings) {
        Reply.send(HttpRequest.newBuilder(gateway.resolve("/faults/" + fault))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(settings)));
    }

    private void heal() {
        Reply.send(HttpRequest.newBuilder(gateway.resolve("/faults")).DELETE());
    }

    private ShopCalls calls() {
        return new ShopCalls(shop);
    }
}
