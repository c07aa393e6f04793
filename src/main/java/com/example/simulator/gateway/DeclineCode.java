package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a charge was declined; written in lower case. */
enum DeclineCode {
    INSUFFICIENT_FUNDS,
    STOLEN_CARD,
    EXPIRED_CARD,
    SUSPECTED_FRAUD,
    DO_NOT_HONOR,
    INVALID_TOKEN;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
