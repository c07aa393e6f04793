package com.example.shop.payments;

import com.example.platform.observability.DescribedKey;
import java.util.Locale;

/** The keys of the observations of payments. */
enum PaymentKey implements DescribedKey {
    ORDER_ID("what is paid for"),
    PAYMENT_ID("the payment"),
    PAYMENT_AMOUNT("the amount in major units of its currency, a number"),
    PAYMENT_STATUS("pending, captured, declined or failed: the state after the observation"),
    PAYMENT_REASON("why it was declined, or none");

    private final String meaning;

    PaymentKey(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String asString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
