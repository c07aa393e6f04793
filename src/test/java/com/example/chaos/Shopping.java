package com.example.chaos;

import static com.example.shop.testing.ShopCalls.newKey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Goes on one journey after the other, each from the beginning to whatever end it finds. Thread-safe. */
final class Shopping {

    private static final Executor ASIDE = Thread::startVirtualThread;

    private static final String GOOD_CARD = "tok_visa";

    private static final List<String> BAD_CARDS =
            List.of("tok_insufficient_funds", "tok_stolen", "tok_expired", "tok_fraud");

    private static final List<String> SKUS = List.of("BOK-0001", "ELE-0002", "GRO-0003", "HOM-0004", "SPO-0005");

    private static final Duration PAYMENT_DUE = Duration.ofSeconds(15);

    private final Clients clients;
    private final List<String> customers;
    private final String support;
    private final BackDoor backDoor;
    private volatile boolean impatient;

    Shopping(Clients clients, List<String> customers, String support, BackDoor backDoor) {
        this.clients = clients;
        this.customers = customers;
        this.support = support;
        this.backDoor = backDoor;
    }

    /** From now on every payment is sent several times at once, or no longer. */
    void everyoneIsImpatient(boolean now) {
        impatient = now;
    }

    void go(Journey journey, RandomGenerator random) {
        String customer = customers.get(random.nextInt(customers.size()));
        int shop = random.nextInt(2);
        String key = newKey();
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        int quantity = 1 + random.nextInt(4);
        Told placed = Persistence.ask(shop, at -> clients.place(at, customer, key, sku, quantity));
        if (placed.status() == 201) {
            new Visit(customer, placed.id(), shop, random).go(journey);
        }
    }

    private final class Visit {

        private final String customer;
        private final String order;
        private final int shop;
        private final RandomGenerator random;

        Visit(String customer, String order, int shop, RandomGenerator random) {
            this.customer = customer;
            this.order = order;
            this.shop = shop;
            this.random = random;
        }

        void go(Journey journey) {
            switch (journey) {
                case BUY -> pay(impatient);
                case BUY_IMPATIENTLY -> pay(true);
                case BUY_AND_SEND_BACK -> sendBack(pay(impatient));
                case DECLINED_FIRST -> {
                    pay(BAD_CARDS.get(random.nextInt(BAD_CARDS.size())), impatient);
                    pay(impatient);
                }
                case CANCEL_WHILE_PAYING -> race(() -> clients.cancel(shop + 1, customer, order));
                case PAY_AS_IT_LAPSES -> payAsItLapses();
                case CLOSED_BEHIND_ITS_BACK -> race(() -> backDoor.close(order));
                case LEAVE -> {}
            }
        }

        private Told pay(boolean impatiently) {
            return pay(GOOD_CARD, impatiently);
        }

        private Told pay(String card, boolean impatiently) {
            String key = newKey();
            List<CompletableFuture<Told>> answers = IntStream.range(0, impatiently ? 4 : 1)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> Persistence.ask(shop + number, at -> clients.pay(at, customer, order, key, card)),
                            ASIDE))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList().getLast();
        }

        private void sendBack(Told paid) {
            if (paid.status() != 201) {
                return;
            }
            String key = newKey();
            long part = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(300);
            Persistence.ask(shop, at -> clients.refund(at, support, paid.id(), key, part));
            if (random.nextBoolean()) {
                String other = newKey();
                Persistence.ask(shop + 1, at -> clients.refund(at, support, paid.id(), other, 0));
            }
        }

        private void race(Runnable other) {
            CompletableFuture<Told> payment = CompletableFuture.supplyAsync(() -> pay(impatient), ASIDE);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(25)).toNanos());
            other.run();
            payment.join();
        }

        private void payAsItLapses() {
            LockSupport.parkNanos(
                    PAYMENT_DUE.plusMillis(random.nextInt(2_000) - 500).toNanos());
            pay(impatient);
        }
    }
}
