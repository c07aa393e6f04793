package com.example.simulator.traffic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The journeys of honest customers. */
class Shopping {

    private static final String GOOD_TOKEN = "tok_ok";
    private static final List<String> DECLINING_TOKENS =
            List.of("tok_insufficient_funds", "tok_stolen", "tok_expired", "tok_fraud", "tok_do_not_honor");

    /** The shop gives these answers again under the same key, and decides anew after any other. */
    private static final Set<Integer> KEPT_STATUSES = Set.of(201, 202, 402);

    private final Customers customers;
    private final RandomGenerator random;

    Shopping(Customers customers, RandomGenerator random) {
        this.customers = customers;
        this.random = random;
    }

    void browse(Visit visit) {
        List<String> skus = skus(visit);
        visit.expect(200, Step.VIEW_PRODUCT, ShopCall.get("/api/products/{sku}", anyOf(skus)));
    }

    void buy(Visit visit) {
        Customer customer = customers.any();
        String order = order(visit, customer);
        pay(visit, customer, order);
        Answer paid = customer.expect(200, visit, Step.VIEW_ORDER, ShopCall.get("/api/orders/{id}", order));
        visit.check("PAID".equals(paid.text("/status")), Step.VIEW_ORDER, "PAID", "another status");
        customer.expect(200, visit, Step.LIST_ORDERS, ShopCall.get("/api/orders?limit={limit}", "10"));
    }

    void signUp(Visit visit) {
        Customer customer = customers.stranger();
        pay(visit, customer, order(visit, customer));
    }

    void decline(Visit visit) {
        Customer customer = customers.any();
        String order = order(visit, customer);
        ShopCall payment = ShopCall.pay(order, anyOf(DECLINING_TOKENS)).once(newKey());
        customer.expect(402, visit, Step.PAY, payment);
    }

    void abandon(Visit visit) {
        order(visit, customers.any());
    }

    void retrySameKey(Visit visit) {
        Customer customer = customers.any();
        ShopCall payment = ShopCall.pay(order(visit, customer), GOOD_TOKEN).once(newKey());
        Answer first = customer.call(201, visit, Step.PAY, payment);
        if (KEPT_STATUSES.contains(first.status())) {
            Answer second = customer.expect(first.status(), visit, Step.PAY_AGAIN, payment);
            visit.check(same(first, second), Step.PAY_AGAIN, "the same answer", "another answer");
        }
        visit.require(201, Step.PAY, first);
    }

    /** Has an order paid and returns the payment's id. */
    String paid(Visit visit) {
        Customer customer = customers.any();
        Answer answer = pay(visit, customer, order(visit, customer));
        return visit.text(Step.PAY, answer, "/id");
    }

    private Answer pay(Visit visit, Customer customer, String order) {
        ShopCall payment = ShopCall.pay(order, GOOD_TOKEN).once(newKey());
        return customer.expect(201, visit, Step.PAY, payment);
    }

    private String order(Visit visit, Customer customer) {
        List<String> skus = skus(visit);
        List<Map<String, Object>> items = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(line -> anyOf(skus))
                .distinct()
                .map(sku -> Map.<String, Object>of("sku", sku, "quantity", 1 + random.nextInt(3)))
                .toList();
        ShopCall order = ShopCall.post(Map.of("items", items), "/api/orders").once(newKey());
        return visit.text(Step.PLACE_ORDER, customer.expect(201, visit, Step.PLACE_ORDER, order), "/id");
    }

    private List<String> skus(Visit visit) {
        Answer answer = visit.expect(200, Step.LIST_PRODUCTS, ShopCall.get("/api/products"));
        List<String> skus = answer.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/sku").asString(""))
                .filter(sku -> !sku.isEmpty())
                .toList();
        visit.check(!skus.isEmpty(), Step.LIST_PRODUCTS, "products", "none");
        return skus;
    }

    private static boolean same(Answer first, Answer second) {
        return first.status() == second.status() && untraced(first.body()).equals(untraced(second.body()));
    }

    /** The trace id is that of the call, whatever the answer is. */
    private static JsonNode untraced(JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().remove(List.of("trace_id", "traceId")) : body;
    }

    private String anyOf(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
