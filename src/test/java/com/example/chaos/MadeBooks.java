package com.example.chaos;

import com.example.chaos.DatabaseBooks.Change;
import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.DatabaseBooks.RefundRow;
import com.example.chaos.Told.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three ledgers that agree, to be falsified in one place. */
final class MadeBooks {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<Told> told = new ArrayList<>();
    final List<OrderRow> orders = new ArrayList<>();
    final List<PaymentRow> payments = new ArrayList<>();
    final List<RefundRow> refunds = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<GatewayBooks.Charge> charges = new ArrayList<>();
    final List<GatewayBooks.Refund> sentBack = new ArrayList<>();
    final List<Outages.Outage> outages = new ArrayList<>();

    /** One order paid and partly sent back, one declined and lapsed, one closed while its charge was under way. */
    static MadeBooks sound() {
        MadeBooks books = new MadeBooks();
        books.paidInPartSentBack();
        books.declinedAndLapsed();
        books.paidTooLate();
        return books;
    }

    Books closed() {
        return new Books(
                told,
                new DatabaseBooks(orders, payments, refunds, changes),
                new GatewayBooks(charges, sentBack),
                new Outages(outages),
                at(1_000));
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }

    static OrderRow order(String id, String status) {
        return new OrderRow(id, status, 1_000, at(0), at(15));
    }

    static PaymentRow payment(String id, String order, String status) {
        return new PaymentRow(id, order, 1_000, status, at(1), status.equals("PENDING") ? null : at(2));
    }

    static RefundRow refund(String id, String payment, long amount, String status) {
        return new RefundRow(id, payment, amount, status, at(3), status.equals("PENDING") ? null : at(4));
    }

    static Told told(Operation operation, String key, String about, int status, String id, int second) {
        return new Told(operation, key, about, status, id, at(second), at(second + 1));
    }

    void change(String table, String id, @Nullable String before, String after, long transaction) {
        changes.add(new Change(table, id, before, after, transaction));
    }

    private void paidInPartSentBack() {
        orders.add(order("bought", "PARTIALLY_REFUNDED"));
        payments.add(payment("capture", "bought", "CAPTURED"));
        refunds.add(refund("part", "capture", 400, "REFUNDED"));
        charges.add(new GatewayBooks.Charge("capture", 1_000, true));
        sentBack.add(new GatewayBooks.Refund("part", "capture", 400));
        told.add(told(Operation.PLACE, "k1", "", 201, "bought", 0));
        told.add(told(Operation.PAY, "k2", "bought", 0, "", 1));
        told.add(told(Operation.PAY, "k2", "bought", 201, "capture", 5));
        told.add(told(Operation.PAY, "k2", "bought", 201, "capture", 7));
        told.add(told(Operation.REFUND, "k3", "capture", 201, "part", 9));
        change("orders", "bought", null, "PENDING_PAYMENT", 1);
        change("payments", "capture", null, "PENDING", 2);
        change("payments", "capture", "PENDING", "CAPTURED", 3);
        change("orders", "bought", "PENDING_PAYMENT", "PAID", 3);
        change("refunds", "part", null, "PENDING", 4);
        change("refunds", "part", "PENDING", "REFUNDED", 5);
        change("orders", "bought", "PAID", "PARTIALLY_REFUNDED", 5);
    }

    private void declinedAndLapsed() {
        orders.add(order("left", "EXPIRED"));
        payments.add(payment("refused", "left", "DECLINED"));
        payments.add(payment("unsent", "left", "FAILED"));
        charges.add(new GatewayBooks.Charge("refused", 1_000, false));
        told.add(told(Operation.PAY, "k4", "left", 402, "refused", 1));
        told.add(told(Operation.PAY, "k5", "left", 503, "", 3));
        told.add(told(Operation.PAY, "k5", "left", 409, "", 20));
    }

    private void paidTooLate() {
        orders.add(order("closed", "CANCELLED"));
        payments.add(payment("late", "closed", "CAPTURED"));
        refunds.add(refund("whole", "late", 1_000, "REFUNDED"));
        charges.add(new GatewayBooks.Charge("late", 1_000, true));
        sentBack.add(new GatewayBooks.Refund("whole", "late", 1_000));
        told.add(told(Operation.CANCEL, "", "closed", 200, "closed", 1));
    }
}
