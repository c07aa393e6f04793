package com.example.shop.orders;

import static com.example.shop.orders.OrderStatus.CANCELLED;
import static com.example.shop.orders.OrderStatus.EXPIRED;
import static com.example.shop.orders.OrderStatus.PAID;
import static com.example.shop.orders.OrderStatus.PARTIALLY_REFUNDED;
import static com.example.shop.orders.OrderStatus.PENDING_PAYMENT;
import static com.example.shop.orders.OrderStatus.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTests {

    @Test
    void anUnpaidOrderIsPaidOrClosed() {
        assertThat(PENDING_PAYMENT.next()).containsExactlyInAnyOrder(PAID, CANCELLED, EXPIRED);
    }

    @Test
    void onlyAPaidOrderIsRefunded() {
        assertThat(EnumSet.allOf(OrderStatus.class).stream().filter(status -> status.mayBecome(REFUNDED)))
                .containsExactlyInAnyOrder(PAID, PARTIALLY_REFUNDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUNDED", "CANCELLED", "EXPIRED"})
    void aClosedOrderStaysClosed(OrderStatus status) {
        assertThat(status.next()).isEmpty();
    }

    @Test
    void noWalkIsPaidAfterItWasClosed() {
        Random random = new Random(1);
        for (int walk = 0; walk < 1_000; walk++) {
            OrderStatus status = PENDING_PAYMENT;
            boolean closed = false;
            for (int step = 0; step < 10 && !status.next().isEmpty(); step++) {
                status = status.next().stream()
                        .skip(random.nextInt(status.next().size()))
                        .findFirst()
                        .orElseThrow();
                assertThat(closed && status == PAID).isFalse();
                closed |= status == CANCELLED || status == EXPIRED;
            }
        }
    }
}
