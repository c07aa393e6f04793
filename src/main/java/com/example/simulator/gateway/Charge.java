package com.example.simulator.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decided charge; never changes. */
record Charge(
        String id,
        String key,
        Money money,
        Token token,
        @Nullable DeclineCode decline) {

    boolean succeeded() {
        return decline == null;
    }

    Optional<DeclineCode> declined() {
        return Optional.ofNullable(decline);
    }

    boolean isFor(Money otherMoney, Token otherToken) {
        return money.equals(otherMoney) && token.equals(otherToken);
    }
}
