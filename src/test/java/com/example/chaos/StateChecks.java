package com.example.chaos;

import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.DatabaseBooks.RefundRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of the lives of orders, payments and refunds. */
final class StateChecks {

    static final Duration LONGEST_SETTLEMENT = Duration.ofSeconds(60);

    private StateChecks() {}

    static List<String> stuck(Books books) {
        List<String> found = new ArrayList<>();
        for (PaymentRow payment : books.database().payments()) {
            if (payment.status().equals("PENDING")) {
                found.add(payment.toString());
            }
        }
        for (RefundRow refund : books.database().refunds()) {
            if (refund.status().equals("PENDING")) {
                found.add(refund.toString());
            }
        }
        for (OrderRow order : books.database().orders()) {
            if (order.status().equals("PENDING_PAYMENT") && order.expiresAt().isBefore(books.closed())) {
                found.add(order.toString());
            }
        }
        return found;
    }

    static List<String> settledLate(Books books) {
        List<String> found = new ArrayList<>();
        for (PaymentRow payment : books.database().payments()) {
            if (wait(books, payment.createdAt(), payment.settledAt()).compareTo(LONGEST_SETTLEMENT) > 0) {
                found.add(payment.toString());
            }
        }
        for (RefundRow refund : books.database().refunds()) {
            if (wait(books, refund.createdAt(), refund.settledAt()).compareTo(LONGEST_SETTLEMENT) > 0) {
                found.add(refund.toString());
            }
        }
        return found;
    }

    /** The longest that anything waited while the gateway was there. */
    static Duration longestWait(Books books) {
        Duration longest = Duration.ZERO;
        for (PaymentRow payment : books.database().payments()) {
            longest = max(longest, wait(books, payment.createdAt(), payment.settledAt()));
        }
        for (RefundRow refund : books.database().refunds()) {
            longest = max(longest, wait(books, refund.createdAt(), refund.settledAt()));
        }
        return longest;
    }

    /**
     * Each row lives one of the lives it may have; an order is paid in the transaction that captures its payment, a
     * payment begins after its order and a refund after the capture.
     */
    static List<String> wrongOrder(Books books) {
        return new Lives(books).violations();
    }

    private static Duration wait(Books books, Instant from, @Nullable Instant to) {
        return books.outages().available(from, to == null ? books.closed() : to);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
