package com.example.platform.observability;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** The methods that HTTP knows; a stranger can send any other word, which must not become a label. */
final class HttpMethods {

    /** What meters and lines say of another one, as Spring's own convention does. */
    static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> KNOWN =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    private HttpMethods() {}

    static boolean known(String method) {
        return KNOWN.contains(method);
    }
}
