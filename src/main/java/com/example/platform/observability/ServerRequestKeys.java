package com.example.platform.observability;

import java.util.List;

/** The labels of {@code http.server.requests}. */
enum ServerRequestKeys implements DescribedKey {
    ERROR("error", "the same as exception, added by the meter handler"),
    EXCEPTION("exception", "class of the exception, or none"),
    METHOD("method", "HTTP method, UNKNOWN for one that HTTP does not know"),
    MODULE("module", "module that answered: platform outside the application, none without a route"),
    OUTCOME(
            "outcome",
            "class of the status",
            "CLIENT_ERROR",
            "INFORMATIONAL",
            "REDIRECTION",
            "SERVER_ERROR",
            "SUCCESS",
            "UNKNOWN"),
    STATUS("status", "HTTP status"),
    URI("uri", "route template; NOT_FOUND, REDIRECTION or UNKNOWN without one");

    private final String key;
    private final String meaning;
    private final List<String> closedValues;

    ServerRequestKeys(String key, String meaning, String... closedValues) {
        this.key = key;
        this.meaning = meaning;
        this.closedValues = List.of(closedValues);
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
        return closedValues;
    }
}
