package com.example.shop.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the other modules ask of payments. Thread-safe; safe with several replicas. */
@Service
public class Payments {

    private final PaymentLedger payments;

    private final RefundLedger refunds;

    private final Gateway gateway;

    private final ObservedCharge charge;

    private final PaymentProperties properties;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Payments(
            PaymentLedger payments,
            RefundLedger refunds,
            Gateway gateway,
            ObservedCharge charge,
            PaymentProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.gateway = gateway;
        this.charge = charge;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How long to come back after, when a payment of this is turned away because the gateway's circuit is open; empty
     * when payments are taken. Runs in the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Duration> turnAway(PayableId payable) {
        Optional<Duration> away = gateway.closedFor();
        if (away.isPresent()) {
            events.publishEvent(new PaymentNotSent(payable, null));
        }
        return away;
    }

    /**
     * Opens a payment under an id that is not known yet. Runs in the caller's transaction, which holds a lock on what is
     * paid for, so that no two payments of it are opened at once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opening open(PaymentRequest request) {
        return payments.findLive(request.payable())
                .<Opening>map(other -> other.status() == PaymentStatus.CAPTURED
                        ? new Opening.AlreadyPaid()
                        : new Opening.AnotherInFlight())
                .orElseGet(() -> add(request));
    }

    /**
     * Charges a payment that the same call opened, and settles it. Holds no database connection while the gateway
     * answers, so it must not run in a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Payment process(Payment payment) {
        return charge.process(payment);
    }

    /**
     * Finds out what became of a payment that an earlier call opened, unless it is settled: that call may have sent the
     * charge, or may still be about to. Like {@link #process}, it must not run in a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Payment resume(Payment payment) {
        Instant nextCheck = clock.instant().plus(properties.reconciliation().grace());
        return payments.claim(payment.id(), nextCheck)
                ? charge.reconcile(payment)
                : payments.find(payment.id()).orElseThrow();
    }

    /** The payment of this id, if one was opened. */
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id);
    }

    /** Whether a payment of this waits for the gateway, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasUnsettled(PayableId payable) {
        return payments.findLive(payable)
                .filter(payment -> !payment.status().isSettled())
                .isPresent();
    }

    /** Sends the whole of a captured payment back because it came too late; reconciliation carries it out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(PaymentId id) {
        Payment payment = payments.lock(id).orElseThrow();
        Instant now = clock.instant();
        refunds.add(
                new Refund(new RefundId(UUID.randomUUID()), id, "system", payment.amount(), RefundStatus.PENDING, now),
                now);
    }

    private Opening add(PaymentRequest request) {
        Instant now = clock.instant();
        Payment payment = Payment.opened(request, now);
        payments.add(payment, now.plus(properties.reconciliation().grace()));
        return new Opening.Opened(payment);
    }
}
