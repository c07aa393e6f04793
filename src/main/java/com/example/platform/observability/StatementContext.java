package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The execution of an SQL statement. */
final class StatementContext extends Observation.Context {

    static final String NAME = "jdbc.query";

    private final Database database;
    private final @Nullable String text;
    private final int size;
    private Span span = Span.getInvalid();

    /** A statement's text, with placeholders, and how often it is executed at once: more than once in a batch. */
    StatementContext(Database database, @Nullable String text, int size) {
        this.database = database;
        this.text = text;
        this.size = size;
    }

    Database database() {
        return database;
    }

    @Nullable
    String text() {
        return text;
    }

    int size() {
        return size;
    }

    /** One that records nothing where nothing is traced. */
    Span span() {
        return span;
    }

    void setSpan(Span started) {
        span = started;
    }
}
