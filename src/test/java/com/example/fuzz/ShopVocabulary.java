package com.example.fuzz;

import com.example.shop.testing.LiveShop;
import com.example.shop.testing.RawAnswer;
import com.example.shop.testing.Secrets;
import com.example.shop.testing.ShopCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Customers, orders and payments that there are, and who may do what with them. */
final class ShopVocabulary implements Vocabulary {

    private static final List<String> SKUS = List.of("BOK-0001", "BOK-0002", "ELE-0002", "ZZZ-9999");

    private static final List<String> CARDS = List.of(
            "tok_visa", "tok_visa", "tok_visa", "tok_stolen", "tok_expired", "tok_insufficient_funds", "tok_unknown");

    private static final List<String> STATUSES =
            List.of("PENDING_PAYMENT", "PAID", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED");

    private final Secrets secrets;
    private final String email = "marked-" + UUID.randomUUID();
    private final String name = "Marked" + UUID.randomUUID();
    private final String password = "pw-" + UUID.randomUUID();
    private final List<String> customers = new ArrayList<>();
    private final String support;
    private final String operator;
    private final Pool orders = new Pool();
    private final Pool payments = new Pool();
    private final Pool keys = new Pool();
    private final Pool cursors = new Pool();

    ShopVocabulary(LiveShop live, Secrets secrets) {
        this.secrets = secrets;
        secrets.add("e-mail", email);
        secrets.add("name", name);
        secrets.add("password", password);
        support = token("support", live.support());
        operator = token("operator", live.operator());
        ShopCalls shop = live.calls();
        for (int i = 0; i < 3; i++) {
            String customer = token("customer " + i, shop.newCustomer());
            customers.add(customer);
            String order = shop.orderOfABook(customer);
            payments.add(shop.pay(customer, order, "tok_visa").at("/id"));
            orders.add(order);
            orders.add(shop.orderOfABook(customer));
        }
        keys.add(ShopCalls.newKey());
        cursors.add(shop.get("/api/orders?limit=1", customers.getFirst()).at("/next"));
    }

    private String token(String of, String token) {
        secrets.add("signature of the token of " + of, token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    @Override
    public Optional<String> text(ApiOperation operation, String property, Random random) {
        return Optional.ofNullable(
                switch (property) {
                    case "id" -> (operation.template().contains("/orders") ? orders : payments).any(random);
                    case "sku", "items" -> any(SKUS, random);
                    case "token" -> any(CARDS, random);
                    case "currency" -> "EUR";
                    case "status" -> any(STATUSES, random);
                    case "after" -> cursors.any(random);
                    case "subject" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "name" -> name;
                    case "email" -> email + "-" + random.nextInt(1_000) + "@example.com";
                    case "password" -> password;
                    case "Idempotency-Key" -> key(random);
                    default -> null;
                });
    }

    /** A new one, or one that was used before. */
    private String key(Random random) {
        if (random.nextInt(10) < 7) {
            keys.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
        return keys.any(random);
    }

    @Override
    public Optional<String> token(ApiOperation operation, Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(operator);
            case 2 -> Optional.of(support);
            case 3 -> Optional.of(any(customers, random));
            default -> needed(operation, random);
        };
    }

    private Optional<String> needed(ApiOperation operation, Random random) {
        return switch (operation.name()) {
            case "POST /api/customers", "POST /api/auth/token", "GET /api/products", "GET /api/products/{sku}" ->
                Optional.empty();
            case "POST /api/payments/{id}/refunds" -> Optional.of(support);
            case "GET /api/pseudonyms/{subject}" -> Optional.of(operator);
            default -> Optional.of(any(customers, random));
        };
    }

    @Override
    public void learn(ApiOperation operation, RawAnswer answer) {
        switch (operation.name()) {
            case "POST /api/orders" -> orders.add(answer.field("id"));
            case "POST /api/orders/{id}/payments" -> payments.add(answer.field("id"));
            case "GET /api/orders" -> cursors.add(answer.field("next"));
            default -> {
                // nothing that others need
            }
        }
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
