package com.example.platform.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The closed set of reasons for refusing a field. */
public enum FieldReason {
    REQUIRED(Set.of("NotNull", "NotBlank", "NotEmpty")),
    LENGTH(Set.of("Size", "Length", "Utf8Size")),
    FORMAT(Set.of("Pattern", "Email", "URL", "UUID")),
    RANGE(Set.of(
            "Min",
            "Max",
            "Range",
            "Positive",
            "PositiveOrZero",
            "Negative",
            "NegativeOrZero",
            "DecimalMin",
            "DecimalMax",
            "Digits")),
    TYPE(Set.of("typeMismatch")),
    /** Of the right form, but nothing that exists. */
    UNKNOWN(Set.of()),
    INVALID(Set.of());

    private final Set<String> constraints;

    FieldReason(Set<String> constraints) {
        this.constraints = constraints;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FieldReason of(@Nullable String constraint) {
        for (FieldReason reason : values()) {
            if (constraint != null && reason.constraints.contains(constraint)) {
                return reason;
            }
        }
        return INVALID;
    }
}
