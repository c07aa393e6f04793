package com.example.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The closed set of reasons for not accepting a token. */
enum TokenRejection {
    BAD_SIGNATURE,
    EXPIRED,
    MALFORMED,
    NOT_YET_VALID,
    WRONG_ALGORITHM,
    WRONG_AUDIENCE,
    WRONG_ISSUER,
    WRONG_SECRET;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(TokenRejection::word).toList();
    }
}
