package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "card 4111 1111 1111 1111 declined",
                "4111-1111-1111-1111",
                "4111%201111%201111%201111",
                "4111%2D1111%2d1111%2D1111",
                "4111+1111+1111+1111",
                "4111.1111.1111.1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "/cards/4111111111111111?x=1",
                "pan=378282246310005",
                "3782-822463-10005",
                "card4111111111111111",
                "A12 4111111111111111 12/29",
                "6304000000000000",
                "4222222222222",
                "{\"number\":\"5555555555554444\"}",
            })
    void aCardNumberIsTakenOutHoweverItIsWritten(String text) {
        assertThat(Redaction.redact(text)).contains("[card]").doesNotContainPattern("\\d{4}.{0,3}\\d{4}");
        assertThat(Redaction.containsCardNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "550e8400-e29b-41d4-a716-446655440000",
                "00000000-0000-4000-8000-000000000000",
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                "1795344373307",
                "1795344373307123",
                "1795344373307123451",
                "2026-11-22T12:42:28.348864851Z",
                "2026-11-22 12:42:28.348",
                "192.168.100.200",
                "12.50 EUR, 1000000 minor units",
                "http.server.requests took 348864851 ns",
                "Starting ObservedApplication v0.1.0 using Java 25.0.3 with PID 29609",
                "GET /api/orders/{id}",
                "1111111111111111",
                "000000000000",
                "",
            })
    void whatIsNoSecretStaysTheVerySameObject(String text) {
        assertThat(Redaction.redact(text)).isSameAs(text);
        assertThat(Redaction.containsCardNumber(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail to anna.b+x@example.com now | mail to [email] now",
                "anna%40example.com | [email]",
                "Authorization: Bearer abc.def-1 | Authorization: [redacted] [redacted]",
                "bearer%20abcdef | bearer [redacted]",
                "x eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln y | x [jwt] y",
                "token tok_visa_4242 failed | token tok_[redacted] failed",
                "password=hunter2&x=1 | password=[redacted]&x=1",
                "{\"password\": \"hunter 2\", \"a\": 1} | {\"password\": [redacted], \"a\": 1}",
                "client_secret: s3cr3t | client_secret: [redacted]",
                "?token=abc&y=2 | ?token=[redacted]&y=2",
            })
    void otherSecretsAreTakenOut(String text, String expected) {
        assertThat(Redaction.redact(text)).isEqualTo(expected);
    }

    @Test
    void oneTextMayHoldSeveralSecrets() {
        assertThat(Redaction.redact("4111111111111111 and 5555 5555 5555 4444 of a@b.example, id 550e8400"))
                .isEqualTo("[card] and [card] of [email], id 550e8400");
    }

    @Test
    void aLongRowOfDigitsIsReadInLinearTime() {
        String row = "7 ".repeat(100_000);

        assertThat(Redaction.redact(row)).isNotNull();
    }

    @Test
    void whatWasCleanOnceIsStillLookedAtWithASecretInIt() {
        String clean = "SELECT a FROM b WHERE c = ?";
        assertThat(Redaction.redact(clean)).isSameAs(clean);
        assertThat(Redaction.redact(clean)).isSameAs(clean);

        assertThat(Redaction.redact(clean + " password=zz9zz")).doesNotContain("zz9zz");
        assertThat(Redaction.redact(clean + " password=zz9zz")).doesNotContain("zz9zz");
    }

    @Test
    void aStatementIsLookedAtOnceAndKnownThen() {
        String clean = "SELECT a FROM b WHERE c = 12";
        String secret = "SELECT a FROM b WHERE email = 'ann@example.org'";
        int known = Redaction.rememberedOfTheCode();

        assertThat(Redaction.redactRecurring(clean)).isSameAs(clean);
        assertThat(Redaction.redactRecurring(clean)).isSameAs(clean);
        assertThat(Redaction.redactRecurring(secret)).doesNotContain("ann@");
        assertThat(Redaction.redactRecurring(secret)).doesNotContain("ann@");
        assertThat(Redaction.rememberedOfTheCode()).isEqualTo(known + 1);
    }

    @Test
    void othersTextsDoNotCrowdOutThoseOfTheCode() {
        for (int i = 0; i < 5_000; i++) {
            Redaction.redact("WHERE a" + i + " = ?");
        }
        int known = Redaction.rememberedOfTheCode();
        Redaction.redactRecurring("SELECT what FROM nobody_else WHERE it = ?");
        assertThat(Redaction.rememberedOfTheCode()).isEqualTo(known + 1);
    }

    @Test
    void ofTheCleanTextsAnAmountIsRemembered() {
        for (int i = 0; i < 5_000; i++) {
            Redaction.redact("WHERE a" + i + " = ?");
        }
        Redaction.redact("x = ? ".repeat(1_000));

        assertThat(Redaction.remembered()).isBetween(1, 1_000);
    }
}
