package com.example.shop;

import static com.example.shop.testing.Concurrently.concurrently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Payment, cancellation and expiry want the same order. */
class RaceIntegrationTests extends CustomerOfTheShop {

    private final GatewayProcess gateway = GatewayProcess.shared();

    @AfterEach
    void heal() {
        gateway.heal();
    }

    @RepeatedTest(10)
    void paymentAndCancellationHaveOneWinner() throws Exception {
        String order = shop.orderOfABook(customer);
        AtomicInteger turn = new AtomicInteger();
        Supplier<Answer> either = () -> turn.getAndIncrement() % 2 == 0
                ? shop.pay(customer, order, "tok_visa")
                : shop.post("/api/orders/" + order + "/cancellation", customer, null);
        List<Integer> answers =
                concurrently(6, either).stream().map(Answer::status).toList();
        String status = shop.statusOf(customer, order);
        assertThat(status).isIn("PAID", "CANCELLED");
        assertThat(answers).containsOnlyOnce(status.equals("PAID") ? 201 : 200);
        assertThat(answers).doesNotContain(status.equals("PAID") ? 200 : 201);
        assertThat(captured(order)).isEqualTo(status.equals("PAID") ? 1 : 0);
    }

    @Test
    void anOrderWhosePaymentIsUnderWayDoesNotLapse() {
        gateway.breakWith("hang", "{}");
        String order = shop.orderOfABook(customer);
        assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(202);
        lapse(order);
        await().atMost(Duration.ofSeconds(10)).until(() -> isPutOff(order));
        assertThat(shop.statusOf(customer, order)).isEqualTo("PENDING_PAYMENT");
        gateway.heal();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> shop.statusOf(customer, order).equals("PAID"));
    }

    @Test
    void aChargeThatLostTheRaceGoesBack() {
        gateway.breakWith("drop-answer", "{}");
        String order = shop.orderOfABook(customer);
        Answer pending = shop.pay(customer, order, "tok_visa");
        assertThat(pending.status()).isEqualTo(202);
        // the service never closes an order while a charge is under way; somebody at the database may
        jdbc.sql("UPDATE orders SET status = 'CANCELLED' WHERE id = ?::uuid")
                .param(order)
                .update();
        gateway.heal();
        String payment = "/api/payments/" + pending.at("/id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.get(payment, customer).at("/refunds/0/status").equals("refunded"));
        assertThat(shop.get(payment, customer).at("/refunds/0/amount/amount")).isEqualTo("1450");
        assertThat(shop.statusOf(customer, order)).isEqualTo("CANCELLED");
        assertThat(gateway.ledger()
                        .at("/refunds")
                        .valueStream()
                        .filter(refund -> refund.at("/amount").asLong() == 1_450))
                .isNotEmpty();
    }

    private void lapse(String order) {
        jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 s' WHERE id = ?::uuid")
                .param(order)
                .update();
    }

    private boolean isPutOff(String order) {
        return jdbc.sql("SELECT expires_at > now() FROM orders WHERE id = ?::uuid")
                .param(order)
                .query(Boolean.class)
                .single();
    }

    private long captured(String order) {
        return jdbc.sql("SELECT count(*) FROM payments WHERE payable_id = ?::uuid AND status = 'CAPTURED'")
                .param(order)
                .query(Long.class)
                .single();
    }
}
