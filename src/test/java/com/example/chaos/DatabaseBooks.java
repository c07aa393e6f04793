package com.example.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the shop's database says in the end, and each change of a status on the way. */
record DatabaseBooks(List<OrderRow> orders, List<PaymentRow> payments, List<RefundRow> refunds, List<Change> changes) {

    record OrderRow(String id, String status, long total, Instant createdAt, Instant expiresAt) {

        boolean isPaid() {
            return List.of("PAID", "PARTIALLY_REFUNDED", "REFUNDED").contains(status);
        }

        boolean isLapsed() {
            return List.of("CANCELLED", "EXPIRED").contains(status);
        }
    }

    record PaymentRow(
            String id,
            String order,
            long amount,
            String status,
            Instant createdAt,
            @Nullable Instant settledAt) {

        boolean isCaptured() {
            return status.equals("CAPTURED");
        }
    }

    record RefundRow(
            String id,
            String payment,
            long amount,
            String status,
            Instant createdAt,
            @Nullable Instant settledAt) {}

    /**
     * A change of a status, in the order in which they were made.
     *
     * @param before null when the row was made
     */
    record Change(String table, String id, @Nullable String before, String after, long transaction) {}

    Map<String, OrderRow> ordersById() {
        return byId(orders, OrderRow::id);
    }

    Map<String, PaymentRow> paymentsById() {
        return byId(payments, PaymentRow::id);
    }

    Map<String, RefundRow> refundsById() {
        return byId(refunds, RefundRow::id);
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
