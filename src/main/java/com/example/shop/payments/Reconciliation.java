package com.example.shop.payments;

import static com.example.shop.ShopLogFields.UNSETTLED_ID;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway about everything whose answer was lost, until it knows. Safe with several replicas: what one has
 * claimed, no other gets before its next check is due.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final PaymentLedger payments;

    private final RefundLedger refunds;

    private final Gateway gateway;

    private final ObservedCharge charge;

    private final RefundTransfer transfer;

    private final PaymentProperties.Reconciliation settings;

    private final Clock clock;

    Reconciliation(
            PaymentLedger payments,
            RefundLedger refunds,
            Gateway gateway,
            ObservedCharge charge,
            RefundTransfer transfer,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.gateway = gateway;
        this.charge = charge;
        this.transfer = transfer;
        this.settings = properties.reconciliation();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shop.payments.reconciliation.interval:1s}")
    void payments() {
        List<Pending<Payment>> due;
        do {
            due = isAway() ? List.of() : payments.claimDue(clock.instant(), settings.grace(), settings.batch());
            due.forEach(pending -> alone(pending.what().id().value(), () -> reconcilePayment(pending)));
        } while (due.size() == settings.batch());
    }

    /** A job of its own, which no crowd of payments holds up. */
    @Scheduled(fixedDelayString = "${shop.payments.reconciliation.interval:1s}")
    void refunds() {
        List<Pending<Refund>> due =
                isAway() ? List.of() : refunds.claimDue(clock.instant(), settings.grace(), settings.batch());
        due.forEach(pending -> alone(pending.what().id().value(), () -> reconcileRefund(pending)));
    }

    /** While the circuit is open nobody is asked, and no pause grows for it. */
    private boolean isAway() {
        return gateway.closedFor().isPresent();
    }

    /** One that fails does not hold up those behind it; it is due again when its claim ends. */
    private static void alone(UUID id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.atError()
                    .addKeyValue("event", "payment.reconciliation.failed")
                    .addKeyValue(UNSETTLED_ID.key(), id)
                    .setCause(failure)
                    .log("Reconciliation failed for one; it will be tried again");
        }
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
