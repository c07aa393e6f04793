package com.example.simulator.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a customer pays with; decides alone whether a charge is declined. Never printed. */
record Token(String value) {

    private static final Pattern WELL_FORMED = Pattern.compile("tok_[a-z0-9_]{1,64}");

    private static final Map<String, DeclineCode> DECLINED = Map.of(
            "tok_insufficient_funds", DeclineCode.INSUFFICIENT_FUNDS,
            "tok_stolen", DeclineCode.STOLEN_CARD,
            "tok_expired", DeclineCode.EXPIRED_CARD,
            "tok_fraud", DeclineCode.SUSPECTED_FRAUD,
            "tok_do_not_honor", DeclineCode.DO_NOT_HONOR);

    Optional<DeclineCode> decline() {
        return WELL_FORMED.matcher(value).matches()
                ? Optional.ofNullable(DECLINED.get(value))
                : Optional.of(DeclineCode.INVALID_TOKEN);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
