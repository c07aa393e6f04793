package com.example.shop;

import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a process that died left in the database, met by the next call with the same key or by reconciliation. */
class CrashIntegrationTests extends CustomerOfTheShop {

    private final GatewayProcess gateway = GatewayProcess.shared();

    @Autowired
    private DataSource pool;

    @Autowired
    private CircuitBreaker circuit;

    @Autowired
    private Environment environment;

    @AfterEach
    void heal() {
        gateway.heal();
        circuit.reset();
    }

    @Test
    void aPaymentTakenOverWhileTheCircuitIsOpenIsStillTheSamePayment() {
        String order = shop.orderOfABook(customer);
        String key = newKey();
        Answer first = shop.pay(customer, order, key, "tok_visa");
        assertThat(first.status()).isEqualTo(201);
        dieBeforeTheAnswerWasKept("order.pay", first.at("/id"));
        circuit.transitionToOpenStateFor(Duration.ofMinutes(1));
        Answer again = shop.pay(customer, order, key, "tok_visa");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aChargeThatADeadProcessMayHaveSentIsNotGivenUp() {
        String order = shop.orderOfABook(customer);
        String key = newKey();
        gateway.breakWith("drop-answer", "{}");
        Answer first = shop.pay(customer, order, key, "tok_visa");
        assertThat(first.status()).isEqualTo(202);
        String payment = first.at("/id");
        dieBeforeTheAnswerWasKept("order.pay", payment);
        leaveUnchecked(payment);
        // lets the call begin, and opens before it reaches the gateway
        circuit.transitionToForcedOpenState();
        assertThat(shop.pay(customer, order, key, "tok_visa").status()).isEqualTo(202);
        gateway.heal();
        circuit.reset();
        checkNow(payment);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> shop.get("/api/payments/" + payment, customer)
                        .at("/status")
                        .equals("captured"));
        assertThat(shop.statusOf(customer, order)).isEqualTo("PAID");
    }

    @Test
    void aRefundTakenOverWhileTheCircuitIsOpenIsNotMadeAgain() {
        String support = shop.login("support@example.com", environment.getRequiredProperty("shop.demo.password"));
        String payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        String key = newKey();
        Answer first = shop.refund(support, payment, key, 500L);
        assertThat(first.status()).isEqualTo(201);
        dieBeforeTheAnswerWasKept("payment.refund", first.at("/id"));
        circuit.transitionToOpenStateFor(Duration.ofMinutes(1));
        shop.refund(support, payment, key, 500L);
        circuit.reset();
        assertThat(shop.refund(support, payment, key, 500L).at("/id")).isEqualTo(first.at("/id"));
        assertThat(shop.get("/api/payments/" + payment, customer).json().at("/refunds"))
                .hasSize(1);
    }

    @Test
    void aCallThatLostItsKeyWhileTheDatabaseStoodStillPlacesNoSecondOrder() throws Exception {
        String key = newKey();
        Callable<Answer> place = () -> shop.post("/api/orders", customer, """
                {"items": [{"sku": "BOK-0001", "quantity": 1}]}""", "Idempotency-Key", key);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(2);
                Connection standstill = pool.getConnection()) {
            standstill.setAutoCommit(false);
            try (Statement statement = standstill.createStatement()) {
                statement.execute("LOCK TABLE orders IN EXCLUSIVE MODE");
                answers.add(callers.submit(place));
                await().until(() -> waitingToInsert() == 1);
                jdbc.sql(
                                "UPDATE idempotency_keys SET lease_until = now() WHERE operation = 'order.place' AND status IS NULL")
                        .update();
                answers.add(callers.submit(place));
                await().until(() -> waitingToInsert() == 2);
            } finally {
                standstill.rollback();
                standstill.setAutoCommit(true);
            }
        }
        assertThat(answers.getFirst().get().status()).isEqualTo(201);
        assertThat(answers.getLast().get().status()).isEqualTo(201);
        assertThat(answers.getFirst().get().body())
                .isEqualTo(answers.getLast().get().body());
    }

    private int waitingToInsert() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_locks
                         WHERE relation = 'orders'::regclass AND mode = 'RowExclusiveLock' AND NOT granted""").query(Integer.class).single();
    }

    @Test
    void rowsThatCannotBeSettledDoNotHoldUpTheOthers() {
        String order = shop.orderOfABook(customer);
        List<String> together = new ArrayList<>(paymentsOfNoOrder(3));
        gateway.breakWith("drop-answer", "{}");
        together.add(shop.pay(customer, order, "tok_visa").at("/id"));
        leaveUnchecked(together.getLast());
        gateway.heal();
        together.addAll(paymentsOfNoOrder(3));
        try {
            // due at one moment, so that every run claims all of them, in whatever order
            jdbc.sql("UPDATE payments SET next_check_at = now() WHERE id = ANY (?::uuid[])")
                    .param(together.toArray(String[]::new))
                    .update();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> shop.statusOf(customer, order).equals("PAID"));
        } finally {
            jdbc.sql("DELETE FROM payments WHERE payer = 'nobody'").update();
        }
    }

    private List<String> paymentsOfNoOrder(int number) {
        return jdbc.sql("""
                        INSERT INTO payments
                               (id, payable_id, payer, amount, currency, status, token, created_at, next_check_at)
                        SELECT gen_random_uuid(), gen_random_uuid(), 'nobody', 1, 'EUR', 'PENDING', 'tok_visa', now(),
                               now() + interval '1 hour' FROM generate_series(1, ?)
                        RETURNING id::text""").param(number).query(String.class).list();
    }

    private void dieBeforeTheAnswerWasKept(String operation, String reference) {
        assertThat(jdbc.sql("""
                        UPDATE idempotency_keys
                           SET status = NULL, headers = NULL, body = NULL, lease_until = now() - interval '1 s'
                         WHERE operation = ? AND reference = ?::uuid""").params(operation, reference).update()).isEqualTo(1);
    }

    /** As if no replica had come round to reconciliation yet. */
    private void leaveUnchecked(String payment) {
        jdbc.sql("UPDATE payments SET checks = 0, next_check_at = now() + interval '1 hour' WHERE id = ?::uuid")
                .param(payment)
                .update();
    }

    private void checkNow(String payment) {
        jdbc.sql("UPDATE payments SET next_check_at = now() WHERE id = ?::uuid AND status = 'PENDING'")
                .param(payment)
                .update();
    }
}
