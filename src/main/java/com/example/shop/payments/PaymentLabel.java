package com.example.shop.payments;

import com.example.platform.observability.DescribedKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The labels of the meters of payments. */
enum PaymentLabel implements DescribedKey {
    OUTCOME("outcome", "what is known of the charge", List.of("captured", "declined", "unknown", "not_sent")),
    REASON("reason", "why it was declined, is unknown, or was not sent", reasons()),
    RESULT("outcome", "what the gateway did", List.of("refunded", "refused"));

    private final String key;

    private final String meaning;

    private final List<String> values;

    PaymentLabel(String key, String meaning, List<String> values) {
        this.key = key;
        this.meaning = meaning;
        this.values = values;
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
        return values;
    }

    private static List<String> reasons() {
        return Stream.of(
                        Stream.of("none", "circuit_open"),
                        Arrays.stream(DeclineReason.values()).map(DeclineReason::label),
                        Arrays.stream(UnknownCause.values()).map(UnknownCause::label))
                .flatMap(reason -> reason)
                .toList();
    }
}
