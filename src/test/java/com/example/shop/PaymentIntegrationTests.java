package com.example.shop;

import static com.example.shop.testing.Concurrently.concurrently;
import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import com.example.testing.RecordedLog;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments as clients see them, held against the books of the gateway. */
class PaymentIntegrationTests extends CustomerOfTheShop {

    private static final long PRICE_OF_A_BOOK = 1450;

    private final GatewayProcess gateway = GatewayProcess.shared();

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private CircuitBreaker circuit;

    @AfterEach
    void healTheGatewayAndWaitForTheCircuit() {
        gateway.heal();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.pay(customer, shop.orderOfABook(customer), "tok_visa")
                                .status()
                        == 201);
    }

    @Test
    void aCapturedPaymentMakesTheOrderPaid() {
        String order = shop.orderOfABook(customer);
        Answer payment = shop.pay(customer, order, "tok_visa");
        assertThat(payment.status()).isEqualTo(201);
        assertThat(payment.at("/status")).isEqualTo("captured");
        assertThat(payment.header("Location")).contains("/api/payments/" + payment.at("/id"));
        assertThat(shop.statusOf(customer, order)).isEqualTo("PAID");
        assertThat(charges(payment.at("/id"))).containsExactly(PRICE_OF_A_BOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_insufficient_funds, insufficient_funds",
        "tok_stolen, stolen_card",
        "tok_expired, expired_card",
        "tok_fraud, suspected_fraud",
        "tok_do_not_honor, do_not_honor"
    })
    void aDeclineTellsItsReasonAndLeavesTheOrderToBePaidOtherwise(String token, String reason) {
        String order = shop.orderOfABook(customer);
        String key = newKey();
        Answer declined = shop.pay(customer, order, key, token);
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.problem()).isEqualTo("payment-declined");
        assertThat(declined.at("/reason")).isEqualTo(reason);
        assertThat(shop.pay(customer, order, key, token).body()).isEqualTo(declined.body());
        assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(201);
    }

    @Test
    void thirtyConcurrentCallsWithOneKeyChargeOnceAndAreAnsweredAlike() throws Exception {
        String order = shop.orderOfABook(customer);
        String key = newKey();
        List<Answer> answers = concurrently(30, () -> shop.pay(customer, order, key, "tok_visa"));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .hasSize(30)
                .containsOnly(answers.getFirst().body());
        assertThat(charges(answers.getFirst().at("/id"))).containsExactly(PRICE_OF_A_BOOK);
        assertThat(paymentsOf(order)).isEqualTo(1);
    }

    @Test
    void thirtyConcurrentCallsWithKeysOfTheirOwnChargeOnce() throws Exception {
        String order = shop.orderOfABook(customer);
        List<Answer> answers = concurrently(30, () -> shop.pay(customer, order, "tok_visa"));
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(paymentsOf(order)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-answer", "error", "hang"})
    void aLostAnswerIsFoundOut(String fault) {
        gateway.breakWith(fault, "{}");
        String order = shop.orderOfABook(customer);
        Answer unknown = shop.pay(customer, order, "tok_visa");
        assertThat(unknown.status()).isEqualTo(202);
        String payment = unknown.header("Location").orElseThrow();
        assertThat(shop.get(payment, customer).at("/status")).isEqualTo("pending");
        assertThat(shop.pay(customer, order, "tok_visa").problem()).isEqualTo("payment-in-flight");
        assertThat(shop.post("/api/orders/" + order + "/cancellation", customer, null)
                        .problem())
                .isEqualTo("payment-in-flight");
        gateway.heal();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> shop.get(payment, customer).at("/status").equals("captured"));
        assertThat(shop.statusOf(customer, order)).isEqualTo("PAID");
        assertThat(charges(unknown.at("/id"))).containsExactly(PRICE_OF_A_BOOK);
    }

    @Test
    void whileTheCircuitIsOpenNothingIsAskedAndNoPauseGrows() {
        gateway.breakWith("drop-answer", "{}");
        String payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        circuit.transitionToOpenStateFor(Duration.ofSeconds(4));
        gateway.heal();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> shop.get("/api/payments/" + payment, customer)
                        .at("/status")
                        .equals("captured"));
        assertThat(jdbc.sql("SELECT checks FROM payments WHERE id = ?::uuid")
                        .param(payment)
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void anOpenCircuitRefusesPaymentsAndLeavesNoTraceInTheBooks() {
        gateway.breakWith("outage", "{}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.pay(customer, shop.orderOfABook(customer), "tok_visa")
                                .status()
                        == 503);
        String order = shop.orderOfABook(customer);
        Counter notSent = registry.get("payments.charges")
                .tags("outcome", "not_sent", "reason", "circuit_open")
                .counter();
        double before = notSent.count();
        Answer refused;
        try (RecordedLog log = new RecordedLog("com.example.shop.payments.PaymentSignals")) {
            refused = shop.pay(customer, order, "tok_visa");
            assertThat(log.lines())
                    .extracting(RecordedLog::fields)
                    .anySatisfy(fields -> assertThat(fields)
                            .containsEntry("event", "payment.not_sent")
                            .hasEntrySatisfying("order_id", id -> assertThat(id).hasToString(order)));
        }
        assertThat(notSent.count() - before).isEqualTo(1);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(paymentsOf(order)).isZero();
        assertThat(shop.post("/api/orders/" + order + "/cancellation", customer, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void metersThatFailReachNoCustomer() {
        AtomicBoolean failing = new AtomicBoolean(true);
        AtomicInteger failed = new AtomicInteger();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (failing.get() && id.getName().startsWith("payments") && id.getType() == Meter.Type.COUNTER) {
                    failed.incrementAndGet();
                    throw new IllegalStateException("no meter for this");
                }
                return id;
            }
        });
        try {
            String order = shop.orderOfABook(customer);
            assertThat(shop.pay(customer, order, "tok_expired").status()).isEqualTo(402);
            assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(201);
            assertThat(failed).hasPositiveValue();
        } finally {
            failing.set(false);
        }
    }

    @Test
    void aPaidOrderIsNotPaidAgain() {
        String order = shop.orderOfABook(customer);
        shop.pay(customer, order, "tok_visa");
        Answer again = shop.pay(customer, order, "tok_visa");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("order-already-paid");
    }

    @Test
    void aCancelledOrderIsNotPaid() {
        String order = shop.orderOfABook(customer);
        shop.post("/api/orders/" + order + "/cancellation", customer, null);
        assertThat(shop.pay(customer, order, "tok_visa").problem()).isEqualTo("order-closed");
    }

    @Test
    void anotherCustomersOrderIsNotThere() {
        String order = shop.orderOfABook(shop.newCustomer());
        assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(404);
        assertThat(shop.get("/api/orders/" + order, customer).status()).isEqualTo(404);
        assertThat(shop.post("/api/orders/" + order + "/cancellation", customer, null)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "tok_4111111111111111",
                "378282246310005"
            })
    void aCardNumberInPlaceOfATokenIsRefused(String number) {
        Answer refused = shop.pay(customer, shop.orderOfABook(customer), number);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("card-number-refused");
        assertThat(refused.body()).doesNotContain(number);
    }

    @Test
    void aPaymentNeedsAKeyAndAToken() {
        String order = shop.orderOfABook(customer);
        String path = "/api/orders/" + order + "/payments";
        assertThat(shop.post(path, customer, "{\"method\": {\"token\": \"tok_visa\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.pay(customer, order, "").status()).isEqualTo(400);
        assertThat(shop.pay(customer, order, "visa").status()).isEqualTo(400);
        assertThat(shop.post(path, customer, "{}", "Idempotency-Key", newKey()).status())
                .isEqualTo(400);
    }

    private List<Long> charges(String payment) {
        return gateway.ledger()
                .at("/charges")
                .valueStream()
                .filter(charge -> charge.at("/idempotency_key").asString().equals(payment))
                .map(charge -> charge.at("/amount").asLong())
                .toList();
    }

    private long paymentsOf(String order) {
        return jdbc.sql("SELECT count(*) FROM payments WHERE payable_id = ?::uuid")
                .param(order)
                .query(Long.class)
                .single();
    }
}
