package com.example.chaos;

import com.example.chaos.DatabaseBooks.Change;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.DatabaseBooks.RefundRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows every change of a status, in the order in which they were made. */
final class Lives {

    /** By table and status; written down here once more, so that a change of the shop's own table is noticed. */
    private static final Map<String, Set<String>> NEXT = Map.of(
            "orders null", Set.of("PENDING_PAYMENT"),
            "orders PENDING_PAYMENT", Set.of("PAID", "CANCELLED", "EXPIRED"),
            "orders PAID", Set.of("PARTIALLY_REFUNDED", "REFUNDED"),
            "orders PARTIALLY_REFUNDED", Set.of("PARTIALLY_REFUNDED", "REFUNDED"),
            "payments null", Set.of("PENDING"),
            "payments PENDING", Set.of("CAPTURED", "DECLINED", "FAILED"),
            "refunds null", Set.of("PENDING"),
            "refunds PENDING", Set.of("REFUNDED", "REFUSED"));

    private final List<Change> changes;
    private final Map<String, PaymentRow> payments;
    private final Map<String, RefundRow> refunds;
    private final Map<String, String> status = new HashMap<>();
    private final Map<String, Long> captures = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    Lives(Books books) {
        changes = books.database().changes();
        payments = books.database().paymentsById();
        refunds = books.database().refundsById();
    }

    List<String> violations() {
        changes.forEach(this::follow);
        return found;
    }

    private void follow(Change change) {
        String row = change.table() + " " + change.id();
        require(String.valueOf(status.get(row)).equals(String.valueOf(change.before())), change);
        require(
                NEXT.getOrDefault(change.table() + " " + change.before(), Set.of())
                        .contains(change.after()),
                change);
        switch (change.table()) {
            case "payments" -> payment(change);
            case "refunds" -> refund(change);
            default -> order(change);
        }
        status.put(row, change.after());
    }

    private void order(Change change) {
        if (change.after().equals("PAID")) {
            require(Long.valueOf(change.transaction()).equals(captures.get(change.id())), change);
        }
    }

    private void payment(Change change) {
        PaymentRow payment = payments.get(change.id());
        if (change.before() == null) {
            require(payment != null && status.containsKey("orders " + payment.order()), change);
        } else if (change.after().equals("CAPTURED") && payment != null) {
            captures.put(payment.order(), change.transaction());
        }
    }

    private void refund(Change change) {
        RefundRow refund = refunds.get(change.id());
        if (change.before() == null) {
            require(refund != null && "CAPTURED".equals(status.get("payments " + refund.payment())), change);
        }
    }

    private void require(boolean condition, Change change) {
        if (!condition) {
            found.add("%s, in a row that was %s".formatted(change, status.get(change.table() + " " + change.id())));
        }
    }
}
