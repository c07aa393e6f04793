package com.example.platform.observability;

/** The attributes of spans that instrumentation makes, as OpenTelemetry's semantic conventions name them. */
enum SpanKeys implements DescribedKey {
    HTTP_REQUEST_METHOD("http.request.method", "HTTP method, _OTHER for one that HTTP does not know"),
    HTTP_RESPONSE_STATUS_CODE("http.response.status_code", "HTTP status, a number"),
    HTTP_ROUTE("http.route", "route template; absent without a route"),
    URL_SCHEME("url.scheme", "http or https"),
    URL_TEMPLATE("url.template", "path template of the call; absent without one"),
    SERVER_ADDRESS("server.address", "host that was called"),
    SERVER_PORT("server.port", "its port, a number"),
    ERROR_TYPE("error.type", "class of the exception or failing status; absent on success"),
    USER_AGENT_SYNTHETIC("user_agent.synthetic.type", "test for a synthetic caller; absent otherwise"),
    MODULE("module", "module that answered"),
    DB_SYSTEM_NAME("db.system.name", "postgresql"),
    DB_QUERY_TEXT("db.query.text", "the statement, with placeholders in place of values"),
    DB_OPERATION_NAME("db.operation.name", "first word of the statement"),
    DB_COLLECTION_NAME("db.collection.name", "first table of the statement; absent when there is none"),
    DB_OPERATION_BATCH_SIZE("db.operation.batch.size", "statements in a batch, a number; absent for one"),
    EXCEPTION_TYPE("exception.type", "on the event exception: its class; never its message");

    private final String key;
    private final String meaning;

    SpanKeys(String key, String meaning) {
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
