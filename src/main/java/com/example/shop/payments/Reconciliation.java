package com.example.shop.payments;

import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway about everything whose answer was lost, until it knows. Safe with several replicas: what one has
 * claimed, no other gets before its next check is due.
 */
@Component
class Reconciliation {

    private final PaymentLedger payments;

    private final RefundLedger refunds;

    private final ObservedCharge charge;

    private final RefundTransfer transfer;

    private final PaymentProperties.Reconciliation settings;

    private final Clock clock;

    Reconciliation(
            PaymentLedger payments,
            RefundLedger refunds,
            ObservedCharge charge,
            RefundTransfer transfer,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.charge = charge;
        this.transfer = transfer;
        this.settings = properties.reconciliation();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shop.payments.reconciliation.interval:1s}")
    void run() {
        List<Pending<Payment>> due;
        do {
            due = payments.claimDue(clock.instant(), settings.grace(), settings.batch());
            due.forEach(this::reconcilePayment);
        } while (due.size() == settings.batch());
        refunds.claimDue(clock.instant(), settings.grace(), settings.batch()).forEach(this::reconcileRefund);
    }

    private void reconcilePayment(Pending<Payment> pending) {
        Payment payment = charge.reconcile(pending.what());
        if (!payment.status().isSettled()) {
            payments.checkAgain(payment.id(), clock.instant().plus(settings.pauseAfter(pending.checks())));
        }
    }

    private void reconcileRefund(Pending<Refund> pending) {
        transfer.reconcile(pending.what());
        refunds.checkAgain(pending.what().id(), clock.instant().plus(settings.pauseAfter(pending.checks())));
    }
}
