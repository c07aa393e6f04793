package com.example.chaos;

import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.DatabaseBooks.RefundRow;
import com.example.chaos.GatewayBooks.Charge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between the gateway's books and the database. */
final class MoneyChecks {

    private MoneyChecks() {}

    /** A charge needs a captured payment of the same amount of an order that is paid, or all of it went back. */
    static List<String> chargesWithoutOrder(Books books) {
        Map<String, PaymentRow> payments = books.database().paymentsById();
        Map<String, OrderRow> orders = books.database().ordersById();
        Map<String, Long> refunded = books.gateway().refunded();
        List<String> found = new ArrayList<>();
        for (Charge charge : books.gateway().succeeded()) {
            PaymentRow payment = payments.get(charge.key());
            OrderRow order = payment == null ? null : orders.get(payment.order());
            boolean wentBack = refunded.getOrDefault(charge.key(), 0L) == charge.amount();
            if (order == null || order.total() != charge.amount() || !(order.isPaid() || wentBack)) {
                found.add("charge %s of %d: payment %s, order %s"
                        .formatted(charge.key(), charge.amount(), payment, order));
            }
        }
        return found;
    }

    static List<String> chargedTwice(Books books) {
        Map<String, PaymentRow> payments = books.database().paymentsById();
        Map<String, Long> refunded = books.gateway().refunded();
        Map<String, Integer> kept = new HashMap<>();
        for (Charge charge : books.gateway().succeeded()) {
            PaymentRow payment = payments.get(charge.key());
            if (payment != null && refunded.getOrDefault(charge.key(), 0L) < charge.amount()) {
                kept.merge(payment.order(), 1, Integer::sum);
            }
        }
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> "order %s: %d charges".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What the shop holds for captured, declined, never sent or refunded is so at the gateway, to the cent. */
    static List<String> disagreements(Books books) {
        List<String> found = new ArrayList<>();
        Map<String, Charge> charges = byKey(books.gateway().charges(), Charge::key);
        for (PaymentRow payment : books.database().payments()) {
            if (!agrees(payment, charges.get(payment.id()))) {
                found.add("payment %s: charge %s".formatted(payment, charges.get(payment.id())));
            }
        }
        Map<String, GatewayBooks.Refund> refunds = byKey(books.gateway().refunds(), GatewayBooks.Refund::key);
        for (RefundRow refund : books.database().refunds()) {
            if (!agrees(refund, refunds.get(refund.id()))) {
                found.add("refund %s: gateway %s".formatted(refund, refunds.get(refund.id())));
            }
        }
        Set<String> known = books.database().refundsById().keySet();
        books.gateway().refunds().stream()
                .filter(refund -> !known.contains(refund.key()))
                .forEach(refund -> found.add("gateway's %s is in no book of the shop".formatted(refund)));
        return found;
    }

    static List<String> refundsBeyondCapture(Books books) {
        List<String> found = new ArrayList<>();
        Map<String, Charge> charges = byKey(books.gateway().charges(), Charge::key);
        books.gateway().refunded().forEach((key, sum) -> {
            Charge charge = charges.get(key);
            if (charge == null || !charge.succeeded() || sum > charge.amount()) {
                found.add("%d went back of %s".formatted(sum, charge));
            }
        });
        Map<String, Long> promised = books.database().refunds().stream()
                .filter(refund -> !refund.status().equals("REFUSED"))
                .collect(Collectors.groupingBy(RefundRow::payment, Collectors.summingLong(RefundRow::amount)));
        Map<String, PaymentRow> payments = books.database().paymentsById();
        promised.forEach((id, sum) -> {
            PaymentRow payment = payments.get(id);
            if (payment == null || !payment.isCaptured() || sum > payment.amount()) {
                found.add("%d is promised of %s".formatted(sum, payment));
            }
        });
        return found;
    }

    /** A captured payment of an order that was cancelled or lapsed goes back whole. */
    static List<String> losersKept(Books books) {
        Map<String, Long> refunded = books.gateway().refunded();
        return lost(books)
                .filter(payment -> refunded.getOrDefault(payment.id(), 0L) != payment.amount())
                .map(payment -> "%s: %d went back".formatted(payment, refunded.getOrDefault(payment.id(), 0L)))
                .toList();
    }

    /** How many payments were captured for an order that somebody had closed. */
    static long losers(Books books) {
        return lost(books).count();
    }

    private static Stream<PaymentRow> lost(Books books) {
        Map<String, OrderRow> orders = books.database().ordersById();
        return books.database().payments().stream()
                .filter(PaymentRow::isCaptured)
                .filter(payment -> orders.get(payment.order()) == null
                        || orders.get(payment.order()).isLapsed());
    }

    private static boolean agrees(PaymentRow payment, Charge charge) {
        return switch (payment.status()) {
            case "CAPTURED" -> charge != null && charge.succeeded() && charge.amount() == payment.amount();
            case "DECLINED" -> charge != null && !charge.succeeded();
            case "FAILED" -> charge == null;
            default -> false;
        };
    }

    private static boolean agrees(RefundRow refund, GatewayBooks.Refund moved) {
        return switch (refund.status()) {
            case "REFUNDED" ->
                moved != null
                        && moved.amount() == refund.amount()
                        && moved.charge().equals(refund.payment());
            case "REFUSED" -> moved == null;
            default -> false;
        };
    }

    private static <T> Map<String, T> byKey(List<T> entries, Function<T, String> key) {
        return entries.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
