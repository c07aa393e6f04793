package com.example.simulator.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A call to the shop. Never printed: it holds credentials and tokens.
 *
 * @param path a template, so that its variables stay out of names
 */
record ShopCall(
        HttpMethod method,
        String path,
        List<String> variables,
        @Nullable Object body,
        @Nullable String bearer,
        @Nullable String key) {

    static ShopCall get(String path, String... variables) {
        return new ShopCall(HttpMethod.GET, path, List.of(variables), null, null, null);
    }

    static ShopCall post(Object body, String path, String... variables) {
        return new ShopCall(HttpMethod.POST, path, List.of(variables), body, null, null);
    }

    static ShopCall register(Identity identity) {
        Map<String, String> body = new HashMap<>(credentials(identity));
        body.put("name", identity.name());
        return post(body, "/api/customers");
    }

    static ShopCall logIn(Identity identity) {
        return post(credentials(identity), "/api/auth/token");
    }

    private static Map<String, String> credentials(Identity identity) {
        return Map.of("email", identity.email(), "password", identity.password());
    }

    static ShopCall pay(String orderId, String token) {
        return post(Map.of("method", Map.of("token", token)), "/api/orders/{id}/payments", orderId);
    }

    ShopCall as(String token) {
        return new ShopCall(method, path, variables, body, token, key);
    }

    ShopCall once(String idempotencyKey) {
        return new ShopCall(method, path, variables, body, bearer, idempotencyKey);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
