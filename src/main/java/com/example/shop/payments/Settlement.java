package com.example.shop.payments;

import com.example.shop.Money;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what the gateway answered, once, whoever asked it: the call that opened the payment, the same call tried
 * again, or reconciliation on any replica.
 */
@Component
@Transactional
class Settlement {

    private final PaymentLedger payments;

    private final RefundLedger refunds;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Settlement(PaymentLedger payments, RefundLedger refunds, ApplicationEventPublisher events, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /** The payment as it stands after this answer. */
    Payment settle(Payment payment, GatewayAnswer answer) {
        switch (answer) {
            case GatewayAnswer.Done done -> capture(payment, done.gatewayId());
            case GatewayAnswer.Declined declined -> decline(payment, declined.reason());
            case GatewayAnswer.NotSent none -> giveUp(payment);
            case GatewayAnswer.Unknown unknown -> events.publishEvent(new PaymentUnresolved(payment, unknown.cause()));
            case GatewayAnswer.NotFound none -> events.publishEvent(unintelligible(payment));
            case GatewayAnswer.Refused none -> events.publishEvent(unintelligible(payment));
        }
        return payments.find(payment.id()).orElseThrow();
    }

    /** Writes down the answer to a refund; an unknown one leaves it pending. */
    void settle(Refund refund, GatewayAnswer answer) {
        // the payment first, as everywhere: two settlements never wait for each other
        Payment payment = payments.lock(refund.payment()).orElseThrow();
        RefundStatus status = statusAfter(answer);
        if (status != null && refunds.settle(refund.id(), status, clock.instant())) {
            events.publishEvent(new RefundSettled(refund, status));
            if (status == RefundStatus.REFUNDED) {
                events.publishEvent(new PaymentRefunded(payment.payable(), refunded(payment), payment.amount()));
            }
        }
    }

    private void capture(Payment payment, String gatewayId) {
        if (payments.settle(payment.id(), PaymentStatus.CAPTURED, null, gatewayId, clock.instant())) {
            events.publishEvent(new PaymentCaptured(payment.id(), payment.payable(), payment.amount()));
        }
    }

    private void decline(Payment payment, DeclineReason reason) {
        if (payments.settle(payment.id(), PaymentStatus.DECLINED, reason, null, clock.instant())) {
            events.publishEvent(new PaymentDeclined(payment, reason));
        }
    }

    private void giveUp(Payment payment) {
        if (payments.giveUpUnsent(payment.id(), clock.instant())) {
            events.publishEvent(new PaymentNotSent(payment.payable(), payment.id()));
        }
    }

    private static PaymentUnresolved unintelligible(Payment payment) {
        return new PaymentUnresolved(payment, UnknownCause.GATEWAY_ERROR);
    }

    private static @Nullable RefundStatus statusAfter(GatewayAnswer answer) {
        return switch (answer) {
            case GatewayAnswer.Done done -> RefundStatus.REFUNDED;
            case GatewayAnswer.Refused refused -> RefundStatus.REFUSED;
            case GatewayAnswer.Declined declined -> null;
            case GatewayAnswer.Unknown unknown -> null;
            case GatewayAnswer.NotFound none -> null;
            case GatewayAnswer.NotSent none -> null;
        };
    }

    private Money refunded(Payment payment) {
        return refunds.of(payment.id()).stream()
                .filter(refund -> refund.status() == RefundStatus.REFUNDED)
                .map(Refund::amount)
                .reduce(payment.amount().minus(payment.amount()), Money::plus);
    }
}
