package com.example.platform.security;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The meters of security. */
public enum SecurityMeters implements DescribedMeter {
    LOGINS("security.logins", "Logins, by outcome", Key.OUTCOME),
    TOKENS_REJECTED("security.tokens.rejected", "Tokens that were not accepted, by reason", Key.REASON),
    CALLS_UNAUTHENTICATED("security.calls.unauthenticated", "Calls without a token to what needs one"),
    ACCESS_REFUSED("security.access.refused", "Calls refused to someone known, by policy", Key.POLICY),
    CARD_NUMBERS_REFUSED("security.card.numbers.refused", "Card numbers sent where a token belongs"),
    USERS_ACTIVE(
            Meter.Type.GAUGE,
            "users.active",
            "Users seen in the last five minutes; the same on every replica, so read it with max");

    private final Meter.Type type;
    private final String meterName;
    private final String description;
    private final KeyName[] keys;

    SecurityMeters(String meterName, String description, KeyName... keys) {
        this(Meter.Type.COUNTER, meterName, description, keys);
    }

    SecurityMeters(Meter.Type type, String meterName, String description, KeyName... keys) {
        this.type = type;
        this.meterName = meterName;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    @Override
    public String description() {
        return description;
    }

    Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meterName).description(description).tags(tags).register(registry);
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
