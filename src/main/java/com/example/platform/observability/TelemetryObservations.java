package com.example.platform.observability;

import io.micrometer.common.docs.KeyName;

/** What instrumentation observes in every application; modules document their own observations themselves. */
enum TelemetryObservations implements DescribedObservation {
    SERVER_REQUEST(
            "http.server.requests",
            "GET /api/things/{id}",
            "A request, from the first filter to the last; without actuator and probes",
            ServerRequestKeys.values(),
            new KeyName[] {
                SpanKeys.ERROR_TYPE,
                SpanKeys.HTTP_REQUEST_METHOD,
                SpanKeys.HTTP_RESPONSE_STATUS_CODE,
                SpanKeys.HTTP_ROUTE,
                SpanKeys.MODULE,
                SpanKeys.URL_SCHEME,
                SpanKeys.USER_AGENT_SYNTHETIC
            }),
    CLIENT_REQUEST(
            "http.client.requests",
            "POST /v1/things",
            "A call to another process, until its answer is read or it failed",
            ClientRequestKeys.values(),
            new KeyName[] {
                SpanKeys.ERROR_TYPE,
                SpanKeys.HTTP_REQUEST_METHOD,
                SpanKeys.HTTP_RESPONSE_STATUS_CODE,
                SpanKeys.SERVER_ADDRESS,
                SpanKeys.SERVER_PORT,
                SpanKeys.URL_TEMPLATE
            }),
    QUERY(
            "jdbc.query",
            "SELECT things",
            "An SQL statement or batch within another observation",
            new KeyName[] {ServerRequestKeys.ERROR},
            new KeyName[] {
                SpanKeys.DB_COLLECTION_NAME,
                SpanKeys.DB_OPERATION_BATCH_SIZE,
                SpanKeys.DB_OPERATION_NAME,
                SpanKeys.DB_QUERY_TEXT,
                SpanKeys.DB_SYSTEM_NAME,
                SpanKeys.ERROR_TYPE,
                SpanKeys.SERVER_ADDRESS,
                SpanKeys.SERVER_PORT
            });

    private final String observationName;
    private final String spanName;
    private final String meaning;
    private final KeyName[] labels;
    private final KeyName[] attributes;

    TelemetryObservations(
            String observationName, String spanName, String meaning, KeyName[] labels, KeyName[] attributes) {
        this.observationName = observationName;
        this.spanName = spanName;
        this.meaning = meaning;
        this.labels = labels;
        this.attributes = attributes;
    }

    @Override
    public String getName() {
        return observationName;
    }

    @Override
    public String getContextualName() {
        return spanName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** The labels of its timer. */
    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return labels.clone();
    }

    /** The attributes of its span. */
    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return attributes.clone();
    }
}
