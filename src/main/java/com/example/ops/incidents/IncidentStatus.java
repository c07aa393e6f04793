package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The life of an incident; a status decides which come next by a person's hand. */
public enum IncidentStatus {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED;

    /** The status named by text from outside, in small letters as in answers. */
    public static Optional<IncidentStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(text))
                .findFirst();
    }

    public Set<IncidentStatus> next() {
        return switch (this) {
            case INVESTIGATING -> Set.of(IDENTIFIED, MONITORING);
            case IDENTIFIED -> Set.of(INVESTIGATING, MONITORING);
            case MONITORING -> Set.of(INVESTIGATING, IDENTIFIED, RESOLVED);
            case RESOLVED -> Set.of();
        };
    }

    public boolean mayBecome(IncidentStatus other) {
        return next().contains(other);
    }

    /** Whether somebody still has to make it better. */
    boolean isUnmitigated() {
        return this == INVESTIGATING || this == IDENTIFIED;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
