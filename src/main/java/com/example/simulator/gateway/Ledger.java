package com.example.simulator.gateway;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every decided charge and refund, in order and in memory: one entry for each key, so a call with a known key gets the
 * answer of the first. Thread-safe; concurrent calls wait for each other. Beyond its capacity the oldest entries are
 * forgotten, the totals are not. With a journal it begins with what earlier processes decided.
 */
class Ledger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Newest<Position> charges;
    private final Newest<Refund> refunds;
    private final Totals totals = new Totals();
    private final @Nullable Journal journal;

    Ledger(int capacity, @Nullable Journal journal) {
        charges = new Newest<>(capacity);
        refunds = new Newest<>(capacity);
        this.journal = journal;
        if (journal != null) {
            journal.replay(this::keep);
        }
    }

    /** Charges once for each key; {@code refuse} is asked only when the key is new and the token would be accepted. */
    ChargeOutcome charge(String key, Money money, Token token, BooleanSupplier refuse) {
        return locked(() -> {
            Position known = charges.get(key);
            if (known != null) {
                return known.charge.isFor(money, token)
                        ? new ChargeOutcome.Replayed(known.charge)
                        : new ChargeOutcome.KeyReused();
            }
            DeclineCode decline = token.decline()
                    .or(() -> refuse.getAsBoolean() ? Optional.of(DeclineCode.DO_NOT_HONOR) : Optional.empty())
                    .orElse(null);
            Charge charge = new Charge("ch_" + UUID.randomUUID(), key, money, token, decline);
            decide(new Journal.Entry(charge, null));
            return new ChargeOutcome.Decided(charge);
        });
    }

    /** Refunds once for each key, up to what was charged minus earlier refunds. */
    RefundOutcome refund(String key, String chargeKey, long amount) {
        return locked(() -> {
            Refund known = refunds.get(key);
            if (known != null) {
                return known.isFor(chargeKey, amount)
                        ? new RefundOutcome.Replayed(known)
                        : new RefundOutcome.KeyReused();
            }
            Position position = charges.get(chargeKey);
            if (position == null || !position.charge.succeeded()) {
                return new RefundOutcome.NoSuchCharge();
            }
            return refund(key, position, amount);
        });
    }

    private RefundOutcome refund(String key, Position position, long amount) {
        Charge charge = position.charge;
        if (amount > charge.money().amount() - position.refunded) {
            return new RefundOutcome.ExceedsCharge();
        }
        Money money = new Money(amount, charge.money().currency());
        Refund refund = new Refund("re_" + UUID.randomUUID(), key, charge.id(), charge.key(), money);
        decide(new Journal.Entry(null, refund));
        return new RefundOutcome.Decided(refund);
    }

    private void decide(Journal.Entry entry) {
        if (journal != null) {
            journal.write(entry);
        }
        keep(entry);
    }

    private void keep(Journal.Entry entry) {
        Charge charge = entry.charge();
        if (charge != null) {
            charges.put(charge.key(), new Position(charge));
            totals.add(charge);
        }
        Refund refund = entry.refund();
        if (refund != null) {
            refunds.put(refund.key(), refund);
            totals.add(refund);
            Position position = charges.get(refund.chargeKey());
            if (position != null) {
                position.refunded += refund.money().amount();
            }
        }
    }

    Optional<Charge> chargeBy(String key) {
        return locked(() -> Optional.ofNullable(charges.get(key)).map(position -> position.charge));
    }

    Optional<Refund> refundBy(String key) {
        return locked(() -> Optional.ofNullable(refunds.get(key)));
    }

    LedgerPage read() {
        return locked(() -> {
            List<Charge> ordered =
                    charges.values().stream().map(position -> position.charge).toList();
            return LedgerPage.of(ordered, refunds.values(), totals);
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A charge and what was paid back of it, in minor units. */
    private static final class Position {

        private final Charge charge;
        private long refunded;

        Position(Charge charge) {
            this.charge = charge;
        }
    }
}
