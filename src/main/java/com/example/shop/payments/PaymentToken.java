package com.example.shop.payments;

import java.util.Optional;
import java.util.regex.Pattern;

/** The gateway's stand-in for a card. It is as good as the card to whoever holds it, so it never prints itself. */
public record PaymentToken(String value) {

    private static final Pattern FORM = Pattern.compile("tok_[a-z0-9_]{1,60}");

    public PaymentToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a payment token");
        }
    }

    /** The token if the text is one; text from outside goes through here. */
    public static Optional<PaymentToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PaymentToken(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "tok_***";
    }
}
