package com.example.ops.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a form changed nothing. */
enum FormTrouble {
    EMPTY("Nothing was changed: a text was missing."),
    LONG("Nothing was changed: a text was too long."),
    TIME("Nothing was changed: the beginning must be a time of the last year that has passed."),
    MOVED("Nothing was changed: the incident is not in the status any more from which it could be moved there.");

    private final String words;

    FormTrouble(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FormTrouble> parse(@Nullable String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word().equals(word))
                .findFirst();
    }
}
