package com.example.shop.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why the gateway declined: the closed set of the label {@code reason}; a code it invents later is {@link #OTHER}. */
public enum DeclineReason {
    INSUFFICIENT_FUNDS,
    STOLEN_CARD,
    EXPIRED_CARD,
    SUSPECTED_FRAUD,
    DO_NOT_HONOR,
    INVALID_TOKEN,
    OTHER;

    static DeclineReason ofCode(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** The name in answers and labels. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
