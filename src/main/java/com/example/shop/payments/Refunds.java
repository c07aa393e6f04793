package com.example.shop.payments;

import com.example.shop.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sends money back, never more than was captured: what is settled or pending already counts. */
@Service
class Refunds {

    private final PaymentLedger payments;

    private final RefundLedger refunds;

    private final Gateway gateway;

    private final RefundTransfer transfer;

    private final PaymentProperties properties;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Refunds(
            PaymentLedger payments,
            RefundLedger refunds,
            Gateway gateway,
            RefundTransfer transfer,
            PaymentProperties properties,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.gateway = gateway;
        this.transfer = transfer;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Refunds the amount, or what is left when none is given. The same id is the same refund. */
    RefundOutcome request(RefundId id, PaymentId payment, String requestedBy, @Nullable Money amount) {
        // a call tried again is about its own refund, whether or not a new one could be sent now
        Optional<Refund> same = refunds.find(id);
        if (same.isPresent()) {
            return carryOut(new RefundOutcome.Made(same.get()));
        }
        Optional<Duration> away = gateway.closedFor();
        if (away.isPresent()) {
            return new RefundOutcome.GatewayAway(away.get());
        }
        RefundOutcome outcome =
                Objects.requireNonNull(transaction.execute(status -> open(id, payment, requestedBy, amount)));
        return outcome instanceof RefundOutcome.Made made ? carryOut(made) : outcome;
    }

    private RefundOutcome open(RefundId id, PaymentId paymentId, String requestedBy, @Nullable Money amount) {
        Optional<Payment> payment = payments.lock(paymentId);
        if (payment.isEmpty()) {
            return new RefundOutcome.NoSuchPayment();
        }
        Optional<Refund> same = refunds.find(id);
        if (same.isPresent()) {
            return new RefundOutcome.Made(same.get());
        }
        return payment.get().status() == PaymentStatus.CAPTURED
                ? openWithin(left(payment.get()), id, payment.get(), requestedBy, amount)
                : new RefundOutcome.NotCaptured();
    }

    private RefundOutcome openWithin(
            Money left, RefundId id, Payment payment, String requestedBy, @Nullable Money amount) {
        Money wanted = amount == null ? left : amount;
        if (wanted.amount() == 0 || wanted.compareTo(left) > 0) {
            return new RefundOutcome.Exceeds(left);
        }
        Instant now = clock.instant();
        Refund refund = new Refund(id, payment.id(), requestedBy, wanted, RefundStatus.PENDING, now);
        refunds.add(refund, now.plus(properties.reconciliation().grace()));
        events.publishEvent(new RefundRequested(refund));
        return new RefundOutcome.Made(refund);
    }

    private RefundOutcome carryOut(RefundOutcome.Made made) {
        if (made.refund().status() == RefundStatus.PENDING) {
            transfer.send(made.refund());
        }
        return new RefundOutcome.Made(refunds.find(made.refund().id()).orElseThrow());
    }

    private Money left(Payment payment) {
        List<Refund> counted = refunds.of(payment.id()).stream()
                .filter(refund -> refund.status() != RefundStatus.REFUSED)
                .toList();
        return counted.stream().map(Refund::amount).reduce(payment.amount(), Money::minus);
    }
}
