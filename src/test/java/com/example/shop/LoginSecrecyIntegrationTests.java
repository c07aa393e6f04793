package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.testing.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a login tells of passwords and of who has an account: nothing. */
class LoginSecrecyIntegrationTests extends CustomerOfTheShop {

    private static final int ROUNDS = 9;

    @Test
    void everyPasswordIsStoredAsAnExpensiveHash() {
        assertThat(jdbc.sql("SELECT password_hash FROM customers")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(4)
                .allMatch(hash -> hash.matches("\\$2[aby]\\$1[0-9]\\$[./A-Za-z0-9]{53}"));
    }

    /** Medians, since one run of anything on a busy machine tells nothing. */
    @Test
    void anUnknownAccountTakesAsLongAsAWrongPassword() {
        List<Long> unknown = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            wrong.add(nanosOf(registered()));
            unknown.add(nanosOf("nobody-" + UUID.randomUUID() + "@example.com"));
        }
        System.out.printf(
                "login refused: unknown %d ms, wrong %d ms%n", median(unknown) / 1_000_000, median(wrong) / 1_000_000);
        assertThat((double) median(unknown) / median(wrong)).isBetween(0.5, 2.0);
    }

    private String registered() {
        String email = "somebody-" + UUID.randomUUID() + "@example.com";
        Answer answer = shop.post("/api/customers", null, """
                {"name": "Some Body", "email": "%s", "password": "%s"}""".formatted(email, UUID.randomUUID()));
        assertThat(answer.status()).isEqualTo(201);
        return email;
    }

    private long nanosOf(String email) {
        String body = "{\"email\": \"%s\", \"password\": \"not the password\"}".formatted(email);
        long began = System.nanoTime();
        Answer answer = shop.post("/api/auth/token", null, body);
        long took = System.nanoTime() - began;
        assertThat(answer.status()).isEqualTo(401);
        return took;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
