package com.example.shop.payments;

import java.util.Locale;

/** Why the outcome is unknown: a closed set, for the label {@code reason}. */
enum UnknownCause {
    TIMEOUT,
    UNREACHABLE,
    GATEWAY_ERROR;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
