package com.example.platform.observability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a request id from the caller only as a canonical UUID: anything freer could carry what no line may hold. */
final class RequestIds {

    private static final int LENGTH = 36;

    private RequestIds() {}

    static String accept(@Nullable String offered) {
        return offered != null && isCanonical(offered)
                ? offered
                : UUID.randomUUID().toString();
    }

    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (dash ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
