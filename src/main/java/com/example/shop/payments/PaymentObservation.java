package com.example.shop.payments;

import com.example.platform.observability.DescribedObservation;
import io.micrometer.common.docs.KeyName;

/** The spans of payments, and the timers of the same names. */
enum PaymentObservation implements DescribedObservation {
    PROCESS("payment.process", "Charges a payment through the gateway and settles it"),
    RECONCILE("payment.reconcile", "Finds out what became of a payment whose answer was lost");

    private final String observationName;

    private final String meaning;

    PaymentObservation(String observationName, String meaning) {
        this.observationName = observationName;
        this.meaning = meaning;
    }

    @Override
    public String getName() {
        return observationName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return new KeyName[] {PaymentKey.PAYMENT_STATUS, PaymentKey.PAYMENT_REASON};
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return new KeyName[] {PaymentKey.ORDER_ID, PaymentKey.PAYMENT_ID, PaymentKey.PAYMENT_AMOUNT};
    }
}
