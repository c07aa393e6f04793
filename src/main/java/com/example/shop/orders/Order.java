package com.example.shop.orders;

import com.example.shop.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param owner the subject who placed it
 * @param expiresAt when it lapses unless a payment was captured or still waits for the gateway
 */
record Order(
        OrderId id,
        String owner,
        OrderStatus status,
        List<OrderLine> lines,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt) {

    static Order placed(OrderId id, String owner, List<OrderLine> lines, Instant now, Instant expiresAt) {
        return new Order(id, owner, OrderStatus.PENDING_PAYMENT, List.copyOf(lines), now, expiresAt, null);
    }

    Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money.euros(0), Money::plus);
    }

    /** How many pieces, over all lines. */
    int pieces() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }
}
