package com.example.shop;

import static com.example.shop.testing.Concurrently.concurrently;
import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Refunds by support, never more than was captured. */
class RefundIntegrationTests extends CustomerOfTheShop {

    private final GatewayProcess gateway = GatewayProcess.shared();

    @Autowired
    private Environment environment;

    @Test
    void supportRefundsInPartsUpToTheCapture() {
        String support = support();
        String order = shop.orderOfABook(customer);
        String payment = shop.pay(customer, order, "tok_visa").at("/id");
        assertThat(shop.refund(support, payment, newKey(), 450L).status()).isEqualTo(201);
        assertThat(shop.statusOf(customer, order)).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(shop.refund(support, payment, newKey(), 1001L).problem()).isEqualTo("refund-exceeds-capture");
        assertThat(shop.refund(support, payment, newKey(), null).at("/amount/amount"))
                .isEqualTo("1000");
        assertThat(shop.statusOf(customer, order)).isEqualTo("REFUNDED");
        assertThat(shop.refund(support, payment, newKey(), null).status()).isEqualTo(409);
        assertThat(shop.get("/api/payments/" + payment, customer).json().at("/refunds"))
                .hasSize(2);
    }

    @Test
    void concurrentRefundsNeverExceedTheCapture() throws Exception {
        String support = support();
        String payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        List<Answer> answers = concurrently(20, () -> shop.refund(support, payment, newKey(), 500L));
        // 202 where the busy gateway answers too late: then it counts all the same
        assertThat(answers.stream().filter(answer -> answer.status() == 201 || answer.status() == 202))
                .hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(18);
    }

    @Test
    void aLostRefundIsFoundOut() {
        String order = orderWithALostRefund();
        gateway.heal();
        awaitRefund(order, Duration.ofSeconds(15));
    }

    @Test
    void aRefundDoesNotWaitForACrowdOfPayments() {
        try {
            String order = orderWithALostRefund();
            jdbc.sql("""
                            INSERT INTO payments (id, payable_id, payer, amount, currency, status, token, created_at, next_check_at)
                            SELECT gen_random_uuid(), gen_random_uuid(), 'a crowd', 100, 'EUR', 'PENDING', 'tok_stolen', now(), now()
                            FROM generate_series(1, 200)""").update();
            gateway.heal();
            // to be asked about one after the other, a minute in all
            gateway.breakWith("latency", "{\"delay_ms\": 300}");
            awaitRefund(order, Duration.ofSeconds(20));
        } finally {
            gateway.heal();
            jdbc.sql("DELETE FROM payments WHERE payer = 'a crowd'").update();
        }
    }

    /** The gateway goes on swallowing its answers. */
    private String orderWithALostRefund() {
        String order = shop.orderOfABook(customer);
        String payment = shop.pay(customer, order, "tok_visa").at("/id");
        gateway.breakWith("drop-answer", "{}");
        assertThat(shop.refund(support(), payment, newKey(), null).status()).isEqualTo(202);
        return order;
    }

    private void awaitRefund(String order, Duration patience) {
        await().atMost(patience).until(() -> shop.statusOf(customer, order).equals("REFUNDED"));
    }

    @Test
    void aCustomerMayNotRefund() {
        String payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        assertThat(shop.refund(customer, payment, newKey(), null).status()).isEqualTo(403);
    }

    @Test
    void refundsAreAudited() {
        String payment =
                shop.pay(customer, shop.orderOfABook(customer), "tok_visa").at("/id");
        shop.refund(support(), payment, newKey(), 100L);
        assertThat(jdbc.sql("SELECT action FROM audit_events WHERE target = ? ORDER BY at, action")
                        .param("payment/" + payment)
                        .query(String.class)
                        .list())
                .contains("payment.refund.requested", "payment.refund.refunded");
    }

    private String support() {
        return shop.login("support@example.com", environment.getRequiredProperty("shop.demo.password"));
    }
}
