package com.example.platform.observability;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** The methods that HTTP knows; a stranger can send any other word, which must not become a label. */
public final class HttpMethods {

    /** As Spring's own convention has it. */
    private static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> KNOWN =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    private HttpMethods() {}

    static boolean known(String method) {
        return KNOWN.contains(method);
    }

    /** What meters and lines say of it: its name, or {@code UNKNOWN}. */
    public static String label(String method) {
        return known(method) ? method : UNKNOWN;
    }
}
