package com.example.shop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A valid request for each operation of the shop's API document. An operation of the document that nothing is known
 * about here is an error, so that a new endpoint cannot be forgotten.
 */
public final class ShopOperations {

    private final ShopCalls shop;
    private final String customer;
    private final String support;
    private final String operator;
    private final String order;
    private final String payment;

    public ShopOperations(ShopCalls shop, String customer, String support, String operator) {
        this.shop = shop;
        this.customer = customer;
        this.support = support;
        this.operator = operator;
        this.order = shop.orderOfABook(customer);
        this.payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
    }

    /**
     * One operation.
     *
     * @param template the path of the document, such as {@code /things/{id}}
     * @param statuses those that the document names
     * @param valid a request that the shop understands
     */
    public record Operation(String template, boolean open, List<String> statuses, RawRequest valid) {

        public String name() {
            return valid.method() + " " + template;
        }

        /** Of those that anybody may have in a token for someone else's sake. */
        public Set<String> rolesThatMay() {
            return switch (name()) {
                case "POST /api/orders" -> Set.of("customer");
                case "GET /api/orders/{id}", "GET /api/payments/{id}", "POST /api/payments/{id}/refunds" ->
                    Set.of("support");
                case "GET /api/pseudonyms/{subject}" -> Set.of("operator");
                default -> Set.of();
            };
        }

        public boolean reads() {
            return valid.method().equals("GET");
        }

        /** Whether a request is one for this operation, as far as a plain path tells. */
        boolean answers(RawRequest request) {
            String path = request.target().replaceFirst("\\?.*", "");
            return request.method().equals(valid.method()) && path.matches(template.replaceAll("\\{.*?}", "[\\\\w-]+"));
        }

        /** The valid request with something else in the place of its first parameter. */
        public RawRequest withParameter(String text) {
            return valid.target(
                    template.replaceFirst("\\{.*?}", text.replace("\\", "\\\\").replace("$", "\\$")));
        }
    }

    public List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        JsonNode paths = shop.get("/v3/api-docs", null).json().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                all.add(operation(method.getKey().toUpperCase(), path.getKey(), method.getValue()));
            }
        }
        return all;
    }

    private Operation operation(String method, String template, JsonNode described) {
        RawRequest valid = valid(method + " " + template);
        boolean open = valid.headers().stream().noneMatch(line -> line.startsWith("Authorization"));
        List<String> statuses = List.copyOf(described.path("responses").propertyNames());
        return new Operation(template, open, statuses, valid);
    }

    private RawRequest valid(String operation) {
        return switch (operation) {
            case "POST /api/customers" -> post("/api/customers", """
                    {"name": "Some Name", "email": "hostile-%s@example.com", "password": "%s"}""".formatted(UUID.randomUUID(), UUID.randomUUID()));
            case "POST /api/auth/token" -> post("/api/auth/token", """
                    {"email": "nobody-%s@example.com", "password": "%s"}""".formatted(UUID.randomUUID(), UUID.randomUUID()));
            case "GET /api/products" -> RawRequest.of("GET", "/api/products");
            case "GET /api/products/{sku}" -> RawRequest.of("GET", "/api/products/BOK-0001");
            case "POST /api/orders" -> keyed("/api/orders", """
                    {"items": [{"sku": "BOK-0001", "quantity": 2}]}""").token(customer);
            case "GET /api/orders" -> RawRequest.of("GET", "/api/orders").token(customer);
            case "GET /api/orders/{id}" ->
                RawRequest.of("GET", "/api/orders/" + order).token(customer);
            case "POST /api/orders/{id}/cancellation" ->
                post("/api/orders/" + order + "/cancellation", "").token(customer);
            case "POST /api/orders/{id}/payments" ->
                keyed("/api/orders/" + order + "/payments", """
                    {"method": {"token": "tok_visa"}}""").token(customer);
            case "GET /api/payments/{id}" ->
                RawRequest.of("GET", "/api/payments/" + payment).token(customer);
            case "POST /api/payments/{id}/refunds" ->
                keyed("/api/payments/" + payment + "/refunds", """
                    {"amount": {"amount": 1, "currency": "EUR"}}""").token(support);
            case "GET /api/pseudonyms/{subject}" ->
                RawRequest.of("GET", "/api/pseudonyms/someone").token(operator);
            default -> throw new IllegalStateException("no valid request is known for " + operation);
        };
    }

    private static RawRequest post(String path, String body) {
        RawRequest request = RawRequest.of("POST", path).body(body);
        return body.isEmpty() ? request : request.plus("Content-Type: application/json");
    }

    private static RawRequest keyed(String path, String body) {
        return post(path, body).plus("Idempotency-Key: " + ShopCalls.newKey());
    }
}
