package com.example.chaos;

import static com.example.chaos.MadeBooks.at;
import static com.example.chaos.MadeBooks.order;
import static com.example.chaos.MadeBooks.payment;
import static com.example.chaos.MadeBooks.refund;
import static com.example.chaos.MadeBooks.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.Told.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check finds what it is there to find, in books that are falsified in one place, and nothing in sound ones. */
class CheckTests {

    @ParameterizedTest
    @EnumSource
    void soundBooksAreSound(Check check) {
        assertThat(check.violations(MadeBooks.sound().closed())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("falsified")
    void aFalsifiedBookIsFound(Check check, String how, Consumer<MadeBooks> falsify) {
        MadeBooks books = MadeBooks.sound();
        falsify.accept(books);
        assertThat(check.violations(books.closed())).as(how).isNotEmpty();
    }

    @Test
    void everyCheckWasSeenToFindSomething() {
        Set<Object> seen = falsified().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Arrays.asList(Check.values()));
    }

    @Test
    void theTimeWithoutTheGatewayIsNotHeldAgainstTheShop() {
        MadeBooks books = MadeBooks.sound();
        books.payments.replaceAll(payment -> settledAt(payment, 100));
        books.outages.add(new Outages.Outage(at(10), at(50)));
        assertThat(Check.SETTLED_LATE.violations(books.closed())).isEmpty();
        assertThat(StateChecks.longestWait(books.closed())).hasSeconds(59);
    }

    static Stream<Arguments> falsified() {
        return Stream.of(charges(), refunds(), words(), lives()).flatMap(List::stream);
    }

    private static List<Arguments> charges() {
        return List.of(
                falsified(Check.CHARGE_WITHOUT_ORDER, "no payment", books -> charge(books, "nobody's", 1_000)),
                falsified(Check.CHARGE_WITHOUT_ORDER, "no order", books -> books.orders.clear()),
                falsified(Check.CHARGE_WITHOUT_ORDER, "order not paid", books -> becomes(books, "bought", "EXPIRED")),
                falsified(Check.CHARGE_WITHOUT_ORDER, "another amount", books -> {
                    books.charges.clear();
                    charge(books, "capture", 999);
                }),
                falsified(Check.CHARGED_TWICE, "two payments of one order", books -> {
                    books.payments.add(payment("second", "bought", "CAPTURED"));
                    charge(books, "second", 1_000);
                }),
                falsified(Check.BOOKS_DISAGREE, "captured, but not charged", books -> books.charges.clear()),
                falsified(Check.BOOKS_DISAGREE, "given up, but charged", books -> charge(books, "unsent", 1_000)),
                falsified(Check.BOOKS_DISAGREE, "declined, but charged", books -> {
                    books.charges.removeIf(charge -> charge.key().equals("refused"));
                    charge(books, "refused", 1_000);
                }),
                falsified(Check.BOOKS_DISAGREE, "refunded, but not sent back", books -> books.sentBack.clear()));
    }

    private static List<Arguments> refunds() {
        return List.of(
                falsified(
                        Check.BOOKS_DISAGREE,
                        "sent back, but by whom",
                        books -> books.sentBack.add(new GatewayBooks.Refund("nobody's", "capture", 1))),
                falsified(
                        Check.REFUND_BEYOND_CAPTURE,
                        "at the gateway",
                        books -> books.sentBack.add(new GatewayBooks.Refund("more", "capture", 601))),
                falsified(
                        Check.REFUND_BEYOND_CAPTURE,
                        "promised",
                        books -> books.refunds.add(refund("more", "capture", 601, "PENDING"))),
                falsified(
                        Check.REFUND_BEYOND_CAPTURE,
                        "of nothing captured",
                        books -> books.refunds.add(refund("more", "refused", 1, "PENDING"))),
                falsified(
                        Check.LOSER_KEPT,
                        "not sent back",
                        books -> books.sentBack.removeIf(refund -> refund.key().equals("whole"))));
    }

    private static List<Arguments> words() {
        return List.of(
                falsified(Check.ACKNOWLEDGED_LOST, "an order", books -> says(books, Operation.PLACE, 201, "gone")),
                falsified(Check.ACKNOWLEDGED_LOST, "a payment", books -> says(books, Operation.PAY, 201, "unsent")),
                falsified(Check.ACKNOWLEDGED_LOST, "a pending one", books -> says(books, Operation.PAY, 202, "gone")),
                falsified(Check.ACKNOWLEDGED_LOST, "a refund", books -> says(books, Operation.REFUND, 201, "gone")),
                falsified(
                        Check.TWO_OUTCOMES,
                        "another payment",
                        books -> books.told.add(told(Operation.PAY, "k2", "bought", 201, "other", 9))),
                falsified(
                        Check.TWO_OUTCOMES,
                        "captured and pending",
                        books -> books.told.add(told(Operation.PAY, "k2", "bought", 202, "capture", 9))),
                falsified(
                        Check.TWO_OUTCOMES,
                        "a refusal after it was captured",
                        books -> books.told.add(told(Operation.PAY, "k2", "bought", 409, "", 9))),
                falsified(Check.TWO_WINNERS, "cancelled, but paid", books -> becomes(books, "closed", "PAID")),
                falsified(
                        Check.TWO_WINNERS,
                        "captured twice",
                        books -> books.payments.add(payment("second", "bought", "CAPTURED"))),
                falsified(Check.TWO_WINNERS, "paid by nothing", books -> books.orders.add(order("given", "PAID"))));
    }

    private static List<Arguments> lives() {
        return List.of(
                falsified(Check.STUCK, "a payment", books -> books.payments.add(payment("waits", "left", "PENDING"))),
                falsified(
                        Check.STUCK, "a refund", books -> books.refunds.add(refund("waits", "capture", 1, "PENDING"))),
                falsified(Check.STUCK, "an order", books -> books.orders.add(order("waits", "PENDING_PAYMENT"))),
                falsified(
                        Check.SETTLED_LATE,
                        "after 61 s",
                        books -> books.payments.replaceAll(payment -> settledAt(payment, 62))),
                falsified(Check.WRONG_ORDER, "paid after it lapsed", books -> {
                    books.change("orders", "left", null, "PENDING_PAYMENT", 10);
                    books.change("orders", "left", "PENDING_PAYMENT", "EXPIRED", 11);
                    books.change("orders", "left", "EXPIRED", "PAID", 12);
                }),
                falsified(
                        Check.WRONG_ORDER,
                        "captured again",
                        books -> books.change("payments", "capture", "PENDING", "CAPTURED", 10)),
                falsified(Check.WRONG_ORDER, "paid without its capture", books -> {
                    books.change("orders", "left", null, "PENDING_PAYMENT", 10);
                    books.change("orders", "left", "PENDING_PAYMENT", "PAID", 11);
                }),
                falsified(
                        Check.WRONG_ORDER,
                        "a payment before its order",
                        books -> books.change("payments", "late", null, "PENDING", 10)),
                falsified(
                        Check.WRONG_ORDER,
                        "a refund before its capture",
                        books -> books.change("refunds", "whole", null, "PENDING", 10)));
    }

    private static Arguments falsified(Check check, String how, Consumer<MadeBooks> falsify) {
        return arguments(check, how, falsify);
    }

    private static void charge(MadeBooks books, String key, long amount) {
        books.charges.add(new GatewayBooks.Charge(key, amount, true));
    }

    private static void says(MadeBooks books, Operation operation, int status, String id) {
        books.told.add(told(operation, "another", "bought", status, id, 9));
    }

    private static void becomes(MadeBooks books, String id, String status) {
        books.orders.replaceAll(order -> order.id().equals(id)
                ? new OrderRow(id, status, order.total(), order.createdAt(), order.expiresAt())
                : order);
    }

    private static PaymentRow settledAt(PaymentRow payment, int second) {
        return new PaymentRow(
                payment.id(), payment.order(), payment.amount(), payment.status(), payment.createdAt(), at(second));
    }
}
