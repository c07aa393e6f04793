package com.example.shop;

import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.LiveShop;
import com.example.shop.testing.Secrets;
import com.example.shop.testing.ShopCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drives every journey with marked secrets in every place a stranger can write to, and finds them in no signal. */
class PaymentSafeIntegrationTests {

    private static final Secrets SECRETS = new Secrets();

    private static final String CARD = SECRETS.addCard("card number");

    private static final String EMAIL = SECRETS.add("e-mail", "marked-" + UUID.randomUUID() + "@example.com");

    private static final String NAME = SECRETS.add("name", "Marked" + UUID.randomUUID());

    private static final String PASSWORD = SECRETS.add("password", "pw-" + UUID.randomUUID());

    private static final String PAYMENT_TOKEN =
            SECRETS.add("payment token", "tok_" + UUID.randomUUID().toString().replace('-', '_'));

    private static final List<Answer> ANSWERS = new ArrayList<>();

    private static LiveShop live;

    private static ShopCalls shop;

    private static String order;

    private static String lastTrace;

    @BeforeAll
    static void driveEveryJourney() {
        live = LiveShop.shared();
        shop = live.calls();
        register();
        String token = SECRETS.add("access token", shop.login(EMAIL, PASSWORD));
        SECRETS.add("signature of the access token", token.substring(token.lastIndexOf('.') + 1));
        order = shop.orderOfABook(token);
        payInEveryWay(token);
        smuggle(token);
        logInWrongly();
        ANSWERS.add(shop.get("/api/orders/" + order, token));
        lastTrace = ANSWERS.getLast().header("traceresponse").orElseThrow().split("-")[1];
        await().until(() -> live.output().contains(lastTrace));
        live.spans().awaitSpan(lastTrace, "GET /api/orders/{id}");
    }

    @Test
    void noSecretIsInTheLogs() {
        assertThat(SECRETS.leaksIn(live.output())).isEmpty();
        assertThat(SECRETS.leaksIn(live.gatewayOutput())).isEmpty();
    }

    @Test
    void noSecretIsInTheMetrics() {
        assertThat(SECRETS.leaksIn(live.scrape())).isEmpty();
        assertThat(SECRETS.leaksIn(live.openMetrics())).isEmpty();
    }

    @Test
    void noSecretIsInTheSpans() {
        assertThat(SECRETS.leaksIn(exported())).isEmpty();
    }

    @Test
    void noSecretIsInTheAnswerToAnError() {
        assertThat(ANSWERS).anyMatch(answer -> answer.status() >= 400);
        assertThat(ANSWERS.stream().filter(answer -> answer.status() >= 400).map(Answer::body))
                .allSatisfy(body -> assertThat(SECRETS.leaksIn(body)).isEmpty());
    }

    @Test
    void noJourneyMadeTheShopFail() {
        assertThat(ANSWERS).extracting(Answer::status).allMatch(status -> status < 500);
    }

    /** The search is worth nothing if it reads the wrong places: what is known to be there must be found. */
    @Test
    void aLeakWouldBeFound() {
        Secrets planted = new Secrets();
        planted.add("id of the order", order);
        assertThat(planted.leaksIn(live.output())).isNotEmpty();
        assertThat(planted.leaksIn(exported())).isNotEmpty();
        Secrets inMetrics = new Secrets();
        inMetrics.add("route", "/api/orders/{id}/payments");
        assertThat(inMetrics.leaksIn(live.scrape())).isNotEmpty();
        for (String spelling : List.of(
                CARD,
                Secrets.spaced(CARD),
                Secrets.urlEncoded(Secrets.spaced(CARD)),
                Secrets.base64(CARD),
                Secrets.base64(Secrets.spaced(CARD)))) {
            assertThat(SECRETS.leaksIn("{\"message\": \"" + spelling + "\"}")).isNotEmpty();
        }
    }

    private static void register() {
        String body = """
                {"name": "%s", "email": "%s", "password": "%s"}""".formatted(NAME, EMAIL, PASSWORD);
        ANSWERS.add(shop.post("/api/customers", null, body));
        ANSWERS.add(shop.post("/api/customers", null, body));
        ANSWERS.add(shop.post("/api/customers", null, body.replace(EMAIL, CARD)));
        ANSWERS.add(shop.post("/api/customers", null, body.replace("{", "{\"" + CARD + "\": \"" + EMAIL + "\", ")));
        ANSWERS.add(shop.post("/api/customers", null, body.substring(5)));
    }

    private static void payInEveryWay(String token) {
        for (String card :
                List.of(CARD, Secrets.spaced(CARD), Secrets.urlEncoded(Secrets.spaced(CARD)), "tok_" + CARD)) {
            ANSWERS.add(shop.pay(token, order, card));
        }
        ANSWERS.add(shop.pay(token, order, Secrets.base64(CARD)));
        ANSWERS.add(shop.pay(token, order, CARD, "tok_stolen"));
        live.gateway().breakWith("drop-answer", "{}");
        ANSWERS.add(shop.pay(token, order, PAYMENT_TOKEN));
        live.gateway().heal();
        String payment = ANSWERS.getLast().at("/id");
        // longer than an open circuit and the pauses of reconciliation together
        await().atMost(Duration.ofSeconds(40))
                .until(() -> shop.get("/api/payments/" + payment, token)
                        .at("/status")
                        .equals("captured"));
        ANSWERS.add(shop.refund(live.support(), payment, EMAIL, 100L));
        ANSWERS.add(shop.refund(live.support(), payment, newKey(), 99_999L));
    }

    private static void smuggle(String token) {
        for (String secret : List.of(CARD, Secrets.base64(CARD), EMAIL, PAYMENT_TOKEN, PASSWORD)) {
            String encoded = Secrets.urlEncoded(secret);
            for (String path : List.of(
                    "/api/products/" + encoded,
                    "/api/orders/" + encoded,
                    "/api/payments/" + encoded,
                    "/" + encoded,
                    "/api/orders?status=" + encoded,
                    "/api/orders?after=" + encoded,
                    "/api/orders?limit=" + encoded)) {
                ANSWERS.add(shop.send(shop.request(path, token)
                        .header("X-Request-Id", secret)
                        .header("User-Agent", secret)
                        .header("baggage", "secret=" + encoded)
                        .header("Accept-Language", secret)
                        .header("Referer", "http://localhost/" + encoded)));
            }
            ANSWERS.add(shop.post("/api/orders", token, """
                    {"items": [{"sku": "%s", "quantity": 1}], "note": "%s"}""".formatted(secret, secret)));
            ANSWERS.add(shop.post("/api/orders", token, """
                    {"items": [{"sku": "%s", "quantity": 1}]}""".formatted(secret)));
            ANSWERS.add(shop.post("/api/orders", token, secret, "Idempotency-Key", secret));
            ANSWERS.add(shop.send(shop.request("/api/orders", token).method("CARD" + CARD, BodyPublishers.noBody())));
            ANSWERS.add(shop.get("/api/orders", secret));
        }
    }

    private static void logInWrongly() {
        for (String wrong : List.of(CARD, NAME, PASSWORD + "x")) {
            ANSWERS.add(shop.post("/api/auth/token", null, """
                    {"email": "%s", "password": "%s"}""".formatted(EMAIL, wrong)));
            ANSWERS.add(shop.post("/api/auth/token", null, """
                    {"email": "%s", "password": "%s"}""".formatted(wrong, PASSWORD)));
        }
    }

    private static String exported() {
        return live.spans().resourceSpans().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
