package com.example.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.simulator.SimulatorApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = SimulatorApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=application,simulator", "management.server.port=0"})
@ActiveProfiles("gateway")
@Import(GatewayTests.Time.class)
@ExtendWith(OutputCaptureExtension.class)
class GatewayTests {

    private static final String CHARGES = "/v1/charges";
    private static final String REFUNDS = "/v1/refunds";

    @Autowired
    private MutableClock clock;

    @Autowired
    private Faults faults;

    @Autowired
    private MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();
    private RestClient http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory();
        factory.setReadTimeout(Duration.ofSeconds(20));
        http = RestClient.builder()
                .requestFactory(factory)
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @AfterEach
    void heal() {
        faults.healAll();
    }

    @Test
    void answersAChargeAndTheSameAgainUnderTheSameKey() {
        ResponseEntity<JsonNode> first = charge(key, 1_299, "tok_ok");

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getBody().propertyNames())
                .containsExactlyInAnyOrder("id", "status", "amount", "currency", "idempotency_key");
        assertThat(first.getBody().at("/id").asString()).startsWith("ch_");
        assertThat(first.getBody().at("/status").asString()).isEqualTo("succeeded");
        assertThat(first.getBody().at("/amount").asLong()).isEqualTo(1_299);
        assertThat(first.getBody().at("/currency").asString()).isEqualTo("EUR");
        assertThat(first.getBody().at("/idempotency_key").asString()).isEqualTo(key);
        assertSame(charge(key, 1_299, "tok_ok"), first);
        assertThat(find(CHARGES, key).getBody()).isEqualTo(first.getBody());
    }

    @Test
    void answersADeclineAndTheSameAgainUnderTheSameKey() {
        ResponseEntity<JsonNode> first = charge(key, 1_299, "tok_insufficient_funds");

        assertThat(first.getStatusCode().value()).isEqualTo(402);
        assertThat(first.getBody().at("/status").asString()).isEqualTo("declined");
        assertThat(first.getBody().at("/decline_code").asString()).isEqualTo("insufficient_funds");
        assertSame(charge(key, 1_299, "tok_insufficient_funds"), first);
        assertThat(find(CHARGES, key).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void answersThirtyConcurrentRequestsWithOneKeyFromOneEntry() throws Exception {
        assertThat(put("latency", "{\"delay_ms\": 50}").getStatusCode().value()).isEqualTo(200);
        Set<JsonNode> bodies = new HashSet<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(30)) {
            List<Future<ResponseEntity<JsonNode>>> answers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                answers.add(clients.submit(() -> charge(key, 500, "tok_ok")));
            }
            for (Future<ResponseEntity<JsonNode>> answer : answers) {
                assertThat(answer.get().getStatusCode().value()).isEqualTo(201);
                bodies.add(answer.get().getBody());
            }
        }

        assertThat(bodies).hasSize(1);
        assertThat(entriesInLedger(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1300, EUR, tok_ok", "1299, USD, tok_ok", "1299, EUR, tok_other"})
    void refusesAKeyUsedForAnotherCharge(long amount, String currency, String token) {
        charge(key, 1_299, "tok_ok");

        ResponseEntity<JsonNode> answer = post(CHARGES, key, chargeBody(amount, currency, token));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(entriesInLedger(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"amount\": 0, \"currency\": \"EUR\", \"token\": \"tok_ok\"}",
                "{\"amount\": -1, \"currency\": \"EUR\", \"token\": \"tok_ok\"}",
                "{\"amount\": 12.5, \"currency\": \"EUR\", \"token\": \"tok_ok\"}",
                "{\"amount\": \"12\", \"currency\": \"EUR\", \"token\": \"tok_ok\"}",
                "{\"amount\": 99999999999999999999, \"currency\": \"EUR\", \"token\": \"tok_ok\"}",
                "{\"amount\": 12, \"currency\": \"eur\", \"token\": \"tok_ok\"}",
                "{\"amount\": 12, \"currency\": \"EUR\"}"
            })
    void refusesMalformedCharges(String body) {
        ResponseEntity<JsonNode> answer = post(CHARGES, key, body);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(entriesInLedger(key)).isZero();
    }

    @Test
    void refusesMissingAndMalformedKeys() {
        String body = chargeBody(1, "EUR", "tok_ok");

        assertThat(post(CHARGES, null, body).getStatusCode().value()).isEqualTo(400);
        assertThat(post(CHARGES, "", body).getStatusCode().value()).isEqualTo(400);
        assertThat(post(CHARGES, "two words", body).getStatusCode().value()).isEqualTo(400);
        assertThat(post(CHARGES, "k".repeat(256), body).getStatusCode().value()).isEqualTo(400);
        assertThat(post(REFUNDS, null, refundBody(key, 1)).getStatusCode().value())
                .isEqualTo(400);
        assertThat(post(CHARGES, key + "k".repeat(255 - key.length()), body)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void knowsNothingUnderAnUnusedKey() {
        assertThat(find(CHARGES, key).getStatusCode().value()).isEqualTo(404);
        assertThat(find(REFUNDS, key).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void refundsAChargeUpToItsAmount() {
        String chargeId = charge(key, 1_000, "tok_ok").getBody().at("/id").asString();
        String first = UUID.randomUUID().toString();

        ResponseEntity<JsonNode> refund = post(REFUNDS, first, refundBody(key, 600));

        assertThat(refund.getStatusCode().value()).isEqualTo(201);
        assertThat(refund.getBody().propertyNames())
                .containsExactlyInAnyOrder("id", "status", "amount", "charge_id", "idempotency_key");
        assertThat(refund.getBody().at("/id").asString()).startsWith("re_");
        assertThat(refund.getBody().at("/status").asString()).isEqualTo("succeeded");
        assertThat(refund.getBody().at("/charge_id").asString()).isEqualTo(chargeId);
        assertSame(post(REFUNDS, first, refundBody(key, 600)), refund);
        assertThat(find(REFUNDS, first).getBody()).isEqualTo(refund.getBody());
        assertThat(post(REFUNDS, first, refundBody(key, 1)).getStatusCode().value())
                .isEqualTo(409);

        ResponseEntity<JsonNode> over = post(REFUNDS, UUID.randomUUID().toString(), refundBody(key, 401));

        assertThat(over.getStatusCode().value()).isEqualTo(422);
        assertThat(over.getBody().at("/status").asString()).isEqualTo("refused");
        assertThat(over.getBody().at("/refusal_code").asString()).isEqualTo("exceeds_charge");
    }

    @Test
    void refundsNoChargeThatDidNotSucceed() {
        charge(key, 1_000, "tok_stolen");

        assertThat(post(REFUNDS, "r-" + key, refundBody(key, 1)).getStatusCode().value())
                .isEqualTo(404);
        assertThat(post(REFUNDS, "r-" + key, refundBody("no-such-charge", 1))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"error, 500", "outage, 503"})
    void errorAndOutageDecideNothing(String fault, int status) {
        put(fault, "{}");

        assertThat(charge(key, 1_000, "tok_ok").getStatusCode().value()).isEqualTo(status);
        assertThat(find(CHARGES, key).getStatusCode().value()).isEqualTo(status);
        assertThat(post(REFUNDS, key, refundBody(key, 1)).getStatusCode().value())
                .isEqualTo(status);
        assertThat(entriesInLedger(key)).isZero();

        delete("/faults/" + fault);

        assertThat(find(CHARGES, key).getStatusCode().value()).isEqualTo(404);
        assertThat(charge(key, 1_000, "tok_ok").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void aDeclineByFaultStaysTheAnswerOfItsKey() {
        put("decline", "{}");
        ResponseEntity<JsonNode> declined = charge(key, 1_000, "tok_ok");
        delete("/faults");

        assertThat(declined.getStatusCode().value()).isEqualTo(402);
        assertThat(declined.getBody().at("/decline_code").asString()).isEqualTo("do_not_honor");
        assertSame(charge(key, 1_000, "tok_ok"), declined);
    }

    @Test
    void latencyDelaysTheAnswer() {
        put("latency", "{\"delay_ms\": 400}");

        long start = System.nanoTime();
        charge(key, 1_000, "tok_ok");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aDroppedAnswerIsAnInputOutputErrorAndTheChargeStands() {
        put("drop-answer", "{}");

        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> charge(key, 1_000, "tok_ok"));
        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> find(CHARGES, key));

        delete("/faults/drop-answer");
        assertThat(find(CHARGES, key).getBody().at("/status").asString()).isEqualTo("succeeded");
        assertThat(charge(key, 1_000, "tok_ok").getStatusCode().value()).isEqualTo(201);
        assertThat(entriesInLedger(key)).isEqualTo(1);
    }

    @Test
    void aHangingChargeDecidesNothingUntilHealedAndThenGoesOn() throws Exception {
        put("hang", "{}");
        CompletableFuture<ResponseEntity<JsonNode>> answer =
                CompletableFuture.supplyAsync(() -> charge(key, 1_000, "tok_ok"));

        assertThat(answer.copy()
                        .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                        .get())
                .isNull();
        assertThat(entriesInLedger(key)).isZero();
        delete("/faults/hang");

        assertThat(answer.get(10, TimeUnit.SECONDS).getStatusCode().value()).isEqualTo(201);
        assertThat(entriesInLedger(key)).isEqualTo(1);
    }

    @Test
    void aFaultEndsAtTheTimeItWasGiven() {
        JsonNode started =
                put("outage", "{\"percentage\": 100, \"for_seconds\": 60}").getBody();

        assertThat(started.at("/until").asString())
                .isEqualTo(clock.instant().plusSeconds(60).toString());
        assertThat(charge(key, 1_000, "tok_ok").getStatusCode().value()).isEqualTo(503);
        clock.advance(Duration.ofSeconds(60));
        assertThat(charge(key, 1_000, "tok_ok").getStatusCode().value()).isEqualTo(201);
        assertThat(get("/faults").getBody().at("/faults").size()).isZero();
    }

    @Test
    void listsTheFaultsThatAreOnWithTheirSettings() {
        put("latency", "{\"distribution\": \"lognormal\", \"median_ms\": 5, \"p99_ms\": 50, \"percentage\": 1}");
        put("error", "{\"percentage\": 7, \"until\": \"2100-01-01T00:00:00Z\"}");

        assertThat(get("/faults").getBody().toString())
                .isEqualTo("{\"faults\":[{\"name\":\"latency\",\"percentage\":1,\"distribution\":\"lognormal\","
                        + "\"median_ms\":5,\"p99_ms\":50},"
                        + "{\"name\":\"error\",\"percentage\":7,\"until\":\"2100-01-01T00:00:00Z\"}]}");
        assertThat(meters.get("gateway.active.faults")
                        .tag("fault", "latency")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("gateway.active.faults")
                        .tag("fault", "hang")
                        .gauge()
                        .value())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error | {\"percentage\": 0}",
                "error | {\"percentage\": 101}",
                "error | {\"percentage\": \"half\"}",
                "error | {\"percent\": 10}",
                "error | {\"delay_ms\": 10}",
                "error | {\"for_seconds\": 0}",
                "error | {\"until\": \"2001-01-01T00:00:00Z\"}",
                "error | {\"until\": \"2100-01-01T00:00:00Z\", \"for_seconds\": 1}",
                "latency | {}",
                "latency | {\"delay_ms\": 0}",
                "latency | {\"delay_ms\": 120001}",
                "latency | {\"delay_ms\": 10, \"min_ms\": 1}",
                "latency | {\"distribution\": \"normal\", \"median_ms\": 1, \"p99_ms\": 2}",
                "latency | {\"distribution\": \"lognormal\", \"median_ms\": 5}",
                "latency | {\"distribution\": \"lognormal\", \"median_ms\": 5, \"p99_ms\": 5}",
                "latency | {\"distribution\": \"uniform\", \"min_ms\": 6, \"max_ms\": 5}"
            })
    void refusesInvalidFaults(String name, String settings) {
        ResponseEntity<JsonNode> answer = put(name, settings);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void refusesUnknownFaults() {
        assertThat(put("fire", "{}").getStatusCode().value()).isEqualTo(404);
        assertThat(delete("/faults/fire").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void faultsTouchNeitherTheLedgerNorTheFaults() {
        put("outage", "{}");

        assertThat(get("/v1/ledger").getStatusCode().value()).isEqualTo(200);
        assertThat(get("/faults").getStatusCode().value()).isEqualTo(200);
        assertThat(delete("/faults").getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void countsAndLogsWithoutTheToken(CapturedOutput output) {
        String token = "tok_" + key.replace("-", "_");
        double before = charges("succeeded");

        charge(key, 1_000, token);
        charge(key, 1_000, token);

        assertThat(charges("succeeded") - before).isEqualTo(1);
        assertThat(meters.get("gateway.charges")
                        .tag("outcome", "replayed")
                        .counter()
                        .count())
                .isPositive();
        assertThat(output.getAll()).contains("Charge answered").doesNotContain(token);
        assertThat(get("/v1/ledger").getBody().toString()).contains(key).doesNotContain(token);
    }

    private double charges(String outcome) {
        return meters.find("gateway.charges").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private long entriesInLedger(String idempotencyKey) {
        return get("/v1/ledger")
                .getBody()
                .at("/charges")
                .valueStream()
                .filter(entry -> entry.at("/idempotency_key").asString().equals(idempotencyKey))
                .count();
    }

    private static void assertSame(ResponseEntity<JsonNode> actual, ResponseEntity<JsonNode> expected) {
        assertThat(actual.getStatusCode()).isEqualTo(expected.getStatusCode());
        assertThat(actual.getBody()).isEqualTo(expected.getBody());
    }

    private ResponseEntity<JsonNode> charge(String idempotencyKey, long amount, String token) {
        return post(CHARGES, idempotencyKey, chargeBody(amount, "EUR", token));
    }

    private static String chargeBody(long amount, String currency, String token) {
        return "{\"amount\": %d, \"currency\": \"%s\", \"token\": \"%s\"}".formatted(amount, currency, token);
    }

    private static String refundBody(String chargeKey, long amount) {
        return "{\"charge_idempotency_key\": \"%s\", \"amount\": %d}".formatted(chargeKey, amount);
    }

    private ResponseEntity<JsonNode> post(String path, String idempotencyKey, String body) {
        return http.post()
                .uri(path)
                .headers(headers -> {
                    if (idempotencyKey != null) {
                        headers.set("Idempotency-Key", idempotencyKey);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> find(String path, String idempotencyKey) {
        return http.get()
                .uri(path + "?idempotency_key={key}", idempotencyKey)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return http.get().uri(path).retrieve().toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> put(String fault, String settings) {
        return http.method(HttpMethod.PUT)
                .uri("/faults/{name}", fault)
                .contentType(MediaType.APPLICATION_JSON)
                .body(settings)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> delete(String path) {
        return http.delete().uri(path).retrieve().toEntity(JsonNode.class);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }
    }
}
