package com.example.ops.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why nobody came in, as the login page tells it. */
enum LoginTrouble {
    WRONG("E-mail or password is wrong."),
    THROTTLED("There were too many wrong logins. Wait a few minutes, then try again."),
    ABSENT("Who checks logins does not answer at the moment. Try again in a minute; runbooks need no login."),
    REFUSED("The login was not accepted. Start again; if that does not help, ask who runs the identity provider.");

    private final String words;

    LoginTrouble(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LoginTrouble> parse(@Nullable String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word().equals(word))
                .findFirst();
    }
}
