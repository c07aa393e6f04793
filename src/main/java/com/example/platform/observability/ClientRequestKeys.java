package com.example.platform.observability;

/** The labels of {@code http.client.requests}. */
enum ClientRequestKeys implements DescribedKey {
    CLIENT_NAME("client.name", "host that was called"),
    ERROR("error", "the same as exception, added by the meter handler"),
    EXCEPTION("exception", "class of the exception, or none"),
    METHOD("method", "HTTP method"),
    OUTCOME("outcome", "class of the status, UNKNOWN without an answer"),
    STATUS("status", "HTTP status, CLIENT_ERROR or IO_ERROR without an answer"),
    URI("uri", "path template, none without one");

    private final String key;
    private final String meaning;

    ClientRequestKeys(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    @Override
    public String asString() {
        return key;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
