package com.example.chaos;

import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.Told.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must hold between the words that clients were given and the books. */
final class ClientChecks {

    private ClientChecks() {}

    /** Whatever was acknowledged is in both books. */
    static List<String> acknowledgedLost(Books books) {
        List<String> found = new ArrayList<>();
        find(books, Operation.PLACE, 201, books.database().ordersById().keySet()::contains, found);
        Set<String> charged = keys(books.gateway().succeeded(), GatewayBooks.Charge::key);
        Set<String> captured = keys(
                books.database().payments().stream()
                        .filter(DatabaseBooks.PaymentRow::isCaptured)
                        .toList(),
                DatabaseBooks.PaymentRow::id);
        find(books, Operation.PAY, 201, id -> charged.contains(id) && captured.contains(id), found);
        find(books, Operation.PAY, 202, books.database().paymentsById().keySet()::contains, found);
        Set<String> refunded = keys(books.gateway().refunds(), GatewayBooks.Refund::key);
        find(books, Operation.REFUND, 201, refunded::contains, found);
        find(books, Operation.REFUND, 202, books.database().refundsById().keySet()::contains, found);
        return found;
    }

    /** The same key is told one outcome, and once it was told one, no refusal after it. */
    static List<String> twoOutcomes(Books books) {
        Map<String, List<Told>> byKey = books.clients().stream()
                .filter(told -> !told.key().isEmpty())
                .collect(Collectors.groupingBy(told -> told.operation() + " " + told.key()));
        return byKey.entrySet().stream()
                .filter(entry -> differ(entry.getValue()))
                .map(entry -> "%s was told %s".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Cancelled, lapsed or paid: what one client was told excludes the others. */
    static List<String> twoWinners(Books books) {
        Map<String, OrderRow> orders = books.database().ordersById();
        List<String> found = new ArrayList<>();
        for (Told told : books.clients()) {
            OrderRow order = orders.get(told.about());
            if (told.operation() == Operation.CANCEL && told.status() == 200) {
                if (order == null || !order.status().equals("CANCELLED")) {
                    found.add("cancelled by %s but %s".formatted(told, order));
                }
            }
        }
        Map<String, Long> captures = books.database().payments().stream()
                .filter(DatabaseBooks.PaymentRow::isCaptured)
                .collect(Collectors.groupingBy(DatabaseBooks.PaymentRow::order, Collectors.counting()));
        for (OrderRow order : books.database().orders()) {
            if (captures.getOrDefault(order.id(), 0L) > 1 || order.isPaid() && !captures.containsKey(order.id())) {
                found.add("%s has %d captures".formatted(order, captures.getOrDefault(order.id(), 0L)));
            }
        }
        return found;
    }

    private static void find(
            Books books, Operation operation, int status, Predicate<String> there, List<String> found) {
        books.clients().stream()
                .filter(told -> told.operation() == operation && told.status() == status && !there.test(told.id()))
                .map(told -> "lost: " + told)
                .forEach(found::add);
    }

    private static boolean differ(List<Told> all) {
        List<Told> outcomes = all.stream().filter(Told::isOutcome).toList();
        boolean several = outcomes.stream().map(Told::outcome).distinct().count() > 1;
        return several
                || all.stream()
                        .filter(Told::isRefusal)
                        .anyMatch(refused -> outcomes.stream()
                                .anyMatch(outcome -> outcome.answered().isBefore(refused.asked())));
    }

    private static <T> Set<String> keys(List<T> entries, Function<T, String> key) {
        return entries.stream().map(key).collect(Collectors.toSet());
    }
}
