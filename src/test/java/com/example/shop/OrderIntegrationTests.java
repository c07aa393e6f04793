package com.example.shop;

import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Orders as clients see them. */
class OrderIntegrationTests extends CustomerOfTheShop {

    private static final String ONE_BOOK = "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1}]}";

    @Autowired
    private Environment environment;

    @Test
    void anOrderTakesItsPricesFromTheCatalogueAndIsShownEnriched() {
        Answer placed = shop.post("/api/orders", customer, """
                {"items": [{"sku": "BOK-0001", "quantity": 3}, {"sku": "ELE-0001", "quantity": 1}]}""");
        assertThat(placed.status()).isEqualTo(201);
        Answer shown = shop.get(placed.header("Location").orElseThrow(), customer);
        assertThat(shown.at("/total/amount")).isEqualTo("13250");
        assertThat(shown.at("/total/currency")).isEqualTo("EUR");
        assertThat(shown.at("/items/0/name")).isEqualTo("Site Reliability Notebook");
        assertThat(shown.at("/items/0/total/amount")).isEqualTo("4350");
        assertThat(shown.at("/customer/name")).isEqualTo("Test Customer");
        assertThat(shown.at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(shown.body()).isEqualTo(placed.body());
    }

    @Test
    void supportSeesTheOrdersOfOthers() {
        String order = shop.orderOfABook(customer);
        String support = shop.login("support@example.com", environment.getRequiredProperty("shop.demo.password"));
        assertThat(shop.get("/api/orders/" + order, support).status()).isEqualTo(200);
    }

    @Test
    void supportPlacesNoOrders() {
        String support = shop.login("support@example.com", environment.getRequiredProperty("shop.demo.password"));
        assertThat(shop.order(support, "BOK-0001", 1).status()).isEqualTo(403);
    }

    @Test
    void theSameKeyPlacesOneOrder() {
        String key = newKey();
        Answer first = shop.post("/api/orders", customer, ONE_BOOK, "Idempotency-Key", key);
        Answer second = shop.post("/api/orders", customer, ONE_BOOK, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(shop.get("/api/orders", customer).json().at("/items")).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherOrderIsRefused() {
        String key = newKey();
        shop.post("/api/orders", customer, ONE_BOOK, "Idempotency-Key", key);
        Answer other = shop.post(
                "/api/orders",
                customer,
                ONE_BOOK.replace("\"quantity\": 1", "\"quantity\": 2"),
                "Idempotency-Key",
                key);
        assertThat(other.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"items\": null}",
                "{\"items\": []}",
                "{\"items\": [null]}",
                "{\"items\": [{\"sku\": \"BOK-0001\"}]}",
                "{\"items\": [{\"quantity\": 1}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 0}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": -1}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1001}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1000000000}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 100000000000000000000}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1.5}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": \"1\"}]}",
                "{\"items\": [{\"sku\": \"BOK-9999\", \"quantity\": 1}]}",
                "{\"items\": [{\"sku\": \"'; DROP TABLE orders; --\", \"quantity\": 1}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1, \"price\": 1}]}",
                "{\"items\": [{\"sku\": \"BOK-0001\", \"quantity\": 1}], \"total\": 1}",
                "{\"items\": [{\"sku\": \"\\u0000\", \"quantity\": 1}]}"
            })
    void badOrdersAreProblems(String body) {
        Answer refused = shop.post("/api/orders", customer, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.at("/trace_id")).matches("[0-9a-f]{32}");
        assertThat(refused.body()).doesNotContain("BOK-9999", "DROP", "Exception", "com.example", "org.spring");
        assertThat(shop.get("/api/orders", customer).json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void upToAHundredLinesAreOneOrder(int lines) {
        assertThat(shop.post("/api/orders", customer, ofLines(lines)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1000})
    void moreLinesAreRefused(int lines) {
        assertThat(shop.post("/api/orders", customer, ofLines(lines)).status()).isEqualTo(400);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Answer refused = shop.post("/api/orders", customer, "{\"items\": \"" + "x".repeat(70_000) + "\"}");
        assertThat(refused.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders?status=SOLD",
                "/api/orders?limit=0",
                "/api/orders?limit=101",
                "/api/orders?limit=x",
                "/api/orders?after=x",
                "/api/orders/no-uuid",
                "/api/orders/1-1-1-1-1"
            })
    void badQueriesAreProblems(String path) {
        assertThat(shop.get(path, customer).status()).isEqualTo(400);
    }

    @Test
    void pagesShowEachOrderOnceNewestFirst() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(shop.orderOfABook(customer));
        }
        // the same instant for some: the order of a page must not hang on the clock
        jdbc.sql("UPDATE orders SET created_at = (SELECT min(created_at) FROM orders WHERE id = ANY (?::uuid[]))"
                        + " WHERE id = ANY (?::uuid[])")
                .params(
                        placed.subList(0, 3).toArray(String[]::new),
                        placed.subList(0, 3).toArray(String[]::new))
                .update();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = shop.get("/api/orders?limit=2" + next, customer);
            page.json().at("/items").forEach(order -> seen.add(order.at("/id").asString()));
            next = page.at("/next").isEmpty() ? null : "&after=" + page.at("/next");
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(placed).doesNotHaveDuplicates();
        List<String> newest = new ArrayList<>(placed.subList(3, 7));
        Collections.reverse(newest);
        assertThat(seen.subList(0, 4)).isEqualTo(newest);
    }

    @Test
    void aCallerWhoAcceptsNoAnswerOfOursChangesNothing() {
        assertThat(shop.post("/api/orders", customer, ONE_BOOK, "Accept", "image/png")
                        .status())
                .isEqualTo(406);
        assertThat(shop.get("/api/orders", customer).json().at("/items")).isEmpty();
        String order = shop.orderOfABook(customer);
        assertThat(shop.post("/api/orders/" + order + "/cancellation", customer, null, "Accept", "image/png")
                        .status())
                .isEqualTo(406);
        assertThat(shop.statusOf(customer, order)).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void pagesAreFilteredByStatus() {
        String paid = shop.orderOfABook(customer);
        shop.orderOfABook(customer);
        shop.pay(customer, paid, "tok_visa");
        Answer page = shop.get("/api/orders?status=PAID", customer);
        assertThat(page.json().at("/items")).hasSize(1);
        assertThat(page.at("/items/0/id")).isEqualTo(paid);
    }

    @Test
    void anOverdueOrderExpires() {
        String order = shop.orderOfABook(customer);
        makeOverdue(order);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.statusOf(customer, order).equals("EXPIRED"));
        assertThat(shop.pay(customer, order, "tok_visa").problem()).isEqualTo("order-closed");
    }

    @Test
    void anOverdueOrderWaitsForItsPayment() {
        GatewayProcess gateway = GatewayProcess.shared();
        gateway.breakWith("drop-answer", "{}");
        try {
            String order = shop.orderOfABook(customer);
            assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(202);
            makeOverdue(order);
            // put off by the job, not expired
            await().atMost(Duration.ofSeconds(20)).until(() -> !isOverdue(order));
            assertThat(shop.statusOf(customer, order)).isEqualTo("PENDING_PAYMENT");
            gateway.heal();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> shop.statusOf(customer, order).equals("PAID"));
        } finally {
            gateway.heal();
        }
    }

    private void makeOverdue(String order) {
        jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ?::uuid")
                .param(order)
                .update();
    }

    private boolean isOverdue(String order) {
        return jdbc.sql("SELECT expires_at < now() FROM orders WHERE id = ?::uuid")
                .param(order)
                .query(Boolean.class)
                .single();
    }

    private static String ofLines(int lines) {
        return "{\"items\": ["
                + String.join(",", Collections.nCopies(lines, "{\"sku\": \"GRO-0005\", \"quantity\": 1}")) + "]}";
    }
}
