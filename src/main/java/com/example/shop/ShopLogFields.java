package com.example.shop;

import com.example.platform.observability.LogFieldDocumentation;
import java.util.Locale;

/** The fields that the shop's events add to their log lines. */
public enum ShopLogFields implements LogFieldDocumentation {
    ORDER_ID("the order"),
    PAYMENT_ID("the payment"),
    UNSETTLED_ID("the payment or refund whose outcome is not known yet"),
    AMOUNT("minor units of the currency, a number"),
    CURRENCY("ISO 4217 code"),
    PIECES("pieces of the order over all lines, a number"),
    CHECKOUT_MS("from placing the order to its payment in milliseconds, a number");

    private final String meaning;

    ShopLogFields(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
