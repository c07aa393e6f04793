package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.GatewayProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Customers have taken every connection that they can take. */
class ExhaustedPoolIntegrationTests extends CustomerOfTheShop {

    private final GatewayProcess gateway = GatewayProcess.shared();

    private final List<Connection> taken = new ArrayList<>();

    @Autowired
    private DataSource pool;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    private int size;

    @BeforeEach
    @AfterEach
    void heal() {
        gateway.heal();
    }

    @Test
    void whatWaitsForItsSettlementIsSettledAllTheSame() throws SQLException {
        gateway.breakWith("drop-answer", "{}");
        String order = shop.orderOfABook(customer);
        Answer pending = shop.pay(customer, order, "tok_visa");
        assertThat(pending.status()).isEqualTo(202);
        takeEveryConnection();
        try (Connection beside = taken.getFirst()) {
            assertThat(shop.get("/api/orders/" + order, customer).status()).isEqualTo(503);
            gateway.heal();
            await().atMost(Duration.ofSeconds(20)).until(() -> isCaptured(beside, pending.at("/id")));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private void takeEveryConnection() throws SQLException {
        for (int i = 0; i < size; i++) {
            taken.add(pool.getConnection());
        }
    }

    private static boolean isCaptured(Connection connection, String payment) throws SQLException {
        try (var query = connection.prepareStatement("SELECT status = 'CAPTURED' FROM payments WHERE id = ?::uuid")) {
            query.setString(1, payment);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
