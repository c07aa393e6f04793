package com.example.platform.observability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Redacts the values of a JSON line, at any depth: by what it looks like and by the name it stands under. */
final class RedactingMasker implements ValueMasker {

    private static final int NAMES_KEPT = 1_000;
    private static final long SMALLEST_CARD = 100_000_000_000L;

    private final Map<String, Boolean> secretNames = new ConcurrentHashMap<>();

    /** What is written in place of the value, or null to leave it. */
    @Override
    public @Nullable Object mask(TokenStreamContext context, @Nullable Object value) {
        String name = context.currentName();
        if (name != null && isSecret(name)) {
            return Redaction.REDACTED;
        }
        if (value instanceof String text) {
            String redacted = Redaction.redact(text);
            return redacted == text ? null : redacted;
        }
        return value instanceof Number number ? mask(number) : null;
    }

    private static @Nullable String mask(Number number) {
        boolean card = switch (number) {
            case Long n -> Math.abs(n) >= SMALLEST_CARD && Redaction.containsCardNumber(n.toString());
            case BigInteger n -> n.bitLength() < 128 && Redaction.containsCardNumber(n.toString());
            case BigDecimal n -> n.scale() <= 0 && Redaction.containsCardNumber(n.toPlainString());
            default -> false;
        };
        return card ? "[card]" : null;
    }

    private boolean isSecret(String name) {
        Boolean known = secretNames.get(name);
        if (known == null) {
            known = Redaction.isSecretName(name);
            if (secretNames.size() < NAMES_KEPT) {
                secretNames.put(name, known);
            }
        }
        return known;
    }
}
