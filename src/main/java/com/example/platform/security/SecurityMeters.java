package com.example.platform.security;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;

/** The meters of security. */
enum SecurityMeters implements DescribedMeter {
    LOGINS(MeterDescription.counter("security.logins", "logins", "Logins, by outcome", Key.OUTCOME)),
    TOKENS_REJECTED(MeterDescription.counter(
            "security.tokens.rejected", "tokens", "Tokens that were not accepted, by reason", Key.REASON)),
    CALLS_UNAUTHENTICATED(MeterDescription.counter(
            "security.calls.unauthenticated", "calls", "Calls without a token to what needs one")),
    ACCESS_REFUSED(MeterDescription.counter(
            "security.access.refused", "calls", "Calls refused to someone known, by policy", Key.POLICY)),
    CARD_NUMBERS_REFUSED(MeterDescription.counter(
            "security.card.numbers.refused", "numbers", "Card numbers sent where a token belongs")),
    USERS_ACTIVE(MeterDescription.gauge(
            "users.active",
            "users",
            "Users seen in the last five minutes; the same on every replica, so read it with max"));

    private final MeterDescription meter;

    SecurityMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    enum Key implements DescribedKey {
        OUTCOME("outcome", "how the login ended", List.of("failure", "success", "throttled")),
        REASON("reason", "why the token was rejected", TokenRejection.words()),
        POLICY("policy", "the role that was needed, or a name in code", List.of());

        private final String key;
        private final String meaning;
        private final List<String> closedValues;

        Key(String key, String meaning, List<String> closedValues) {
            this.key = key;
            this.meaning = meaning;
            this.closedValues = closedValues;
        }

        @Override
        public String asString() {
            return key;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public List<String> closedValues() {
            return closedValues;
        }
    }
}
