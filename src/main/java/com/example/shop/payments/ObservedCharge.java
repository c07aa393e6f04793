package com.example.shop.payments;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Charges and reconciles one payment, each as one observation. */
@Component
class ObservedCharge {

    private final Gateway gateway;

    private final Settlement settlement;

    private final ObservationRegistry observations;

    ObservedCharge(Gateway gateway, Settlement settlement, ObservationRegistry observations) {
        this.gateway = gateway;
        this.settlement = settlement;
        this.observations = observations;
    }

    Payment process(Payment payment) {
        return observe(PaymentObservation.PROCESS, payment, () -> settlement.settle(payment, charge(payment)));
    }

    /** Asks what became of the charge. One that the gateway does not know is sent again: the first may still arrive. */
    Payment reconcile(Payment payment) {
        return observe(PaymentObservation.RECONCILE, payment, () -> {
            GatewayAnswer found = gateway.findCharge(payment.id());
            GatewayAnswer answer = found instanceof GatewayAnswer.NotFound ? charge(payment) : found;
            // whether the first charge was sent is not known here, so it is not given up
            return answer instanceof GatewayAnswer.NotSent ? payment : settlement.settle(payment, answer);
        });
    }

    private GatewayAnswer charge(Payment payment) {
        return gateway.charge(payment.id(), payment.amount(), Objects.requireNonNull(payment.token()));
    }

    private Payment observe(PaymentObservation kind, Payment payment, Supplier<Payment> work) {
        Observation observation = kind.observation(observations)
                .highCardinalityKeyValue(
                        PaymentKey.ORDER_ID.withValue(payment.payable().toString()))
                .highCardinalityKeyValue(
                        PaymentKey.PAYMENT_ID.withValue(payment.id().toString()))
                .highCardinalityKeyValue(PaymentKey.PAYMENT_AMOUNT.withValue(
                        String.valueOf(payment.amount().inMajorUnits())))
                .lowCardinalityKeyValue(
                        PaymentKey.PAYMENT_STATUS.withValue(payment.status().label()))
                .lowCardinalityKeyValue(PaymentKey.PAYMENT_REASON.withValue("none"));
        return observation.observe(() -> {
            Payment after = work.get();
            observation.lowCardinalityKeyValue(
                    PaymentKey.PAYMENT_STATUS.withValue(after.status().label()));
            if (after.reason() != null) {
                observation.lowCardinalityKeyValue(
                        PaymentKey.PAYMENT_REASON.withValue(after.reason().label()));
            }
            return after;
        });
    }
}
