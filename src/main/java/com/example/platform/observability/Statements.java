package com.example.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes of SQL statements; what is read out of a text is kept, for up to 1,000 texts. Thread-safe. */
final class Statements {

    private static final int MOST = 1_000;
    private static final Pattern OPERATION = Pattern.compile("[a-zA-Z]+");
    private static final Pattern COLLECTION = Pattern.compile(
            "\\b(?:from|into|update|join|table)\\s+(?:only\\s+)?([\\w.\"]{1,100})", Pattern.CASE_INSENSITIVE);

    private static final AttributeKey<String> SYSTEM = SpanAttributes.text(SpanKeys.DB_SYSTEM_NAME);
    private static final AttributeKey<String> TEXT = SpanAttributes.text(SpanKeys.DB_QUERY_TEXT);
    private static final AttributeKey<String> OPERATION_NAME = SpanAttributes.text(SpanKeys.DB_OPERATION_NAME);
    private static final AttributeKey<String> COLLECTION_NAME = SpanAttributes.text(SpanKeys.DB_COLLECTION_NAME);
    private static final AttributeKey<Long> BATCH_SIZE = SpanAttributes.number(SpanKeys.DB_OPERATION_BATCH_SIZE);
    private static final AttributeKey<String> ADDRESS = SpanAttributes.text(SpanKeys.SERVER_ADDRESS);
    private static final AttributeKey<Long> PORT = SpanAttributes.number(SpanKeys.SERVER_PORT);

    private final Map<String, Statement> known = new ConcurrentHashMap<>();

    /** Puts the attributes on the span and tells the name that it should have. */
    String tag(StatementCall call, Span span) {
        Database database = call.database();
        span.setAttribute(SYSTEM, database.system());
        if (database.address() != null) {
            span.setAttribute(ADDRESS, database.address());
            span.setAttribute(PORT, (long) database.port());
        }
        String text = call.text();
        if (text == null) {
            return "query";
        }
        if (call.size() > 1) {
            span.setAttribute(BATCH_SIZE, (long) call.size());
        }
        Statement statement = statementOf(text);
        span.setAttribute(TEXT, text);
        span.setAttribute(OPERATION_NAME, statement.operation());
        if (statement.collection() != null) {
            span.setAttribute(COLLECTION_NAME, statement.collection());
        }
        return statement.name();
    }

    private Statement statementOf(String text) {
        Statement statement = known.get(text);
        if (statement == null) {
            statement = parse(text);
            if (known.size() < MOST) {
                known.put(text, statement);
            }
        }
        return statement;
    }

    static Statement parse(String text) {
        Matcher operation = OPERATION.matcher(text);
        String verb = operation.find() ? operation.group().toUpperCase(Locale.ROOT) : "SQL";
        Matcher collection = COLLECTION.matcher(text);
        String table = collection.find() ? collection.group(1).replace("\"", "") : null;
        return new Statement(verb, table, table == null ? verb : verb + " " + table);
    }

    record Statement(String operation, @Nullable String collection, String name) {}
}
