package com.example.shop;

import static com.example.shop.testing.Concurrently.concurrently;
import static com.example.shop.testing.ShopCalls.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import com.example.shop.testing.ShopCalls;
import com.example.shop.testing.ShopIntegrationTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds by support, never more than was captured. */
@ShopIntegrationTest
class RefundIntegrationTests {

    private final GatewayProcess gateway = GatewayProcess.shared();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    private ShopCalls shop;

    private String customer;

    @BeforeEach
    void registerACustomer() {
        shop = new ShopCalls(port);
        customer = shop.newCustomer();
    }

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
        // 202 where the gateway was slow to answer: that refund counts as well
        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202, 409);
        assertThat(answers).filteredOn(answer -> answer.status() != 409).hasSize(2);
    }

    @Test
    void aLostRefundIsFoundOut() {
        String support = support();
        String order = shop.orderOfABook(customer);
        String payment = shop.pay(customer, order, "tok_visa").at("/id");
        gateway.breakWith("drop-answer", "{}");
        assertThat(shop.refund(support, payment, newKey(), null).status()).isEqualTo(202);
        gateway.heal();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> shop.statusOf(customer, order).equals("REFUNDED"));
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
