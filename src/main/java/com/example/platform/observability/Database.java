package com.example.platform.observability;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where statements go.
 *
 * @param system as OpenTelemetry names it in {@code db.system.name}
 * @param address null when it is not known, or when there are several
 */
record Database(String system, @Nullable String address, int port) {

    private static final Database UNKNOWN = new Database("other_sql", null, -1);

    private static final int POSTGRESQL = 5432;

    /** Never throws. */
    static Database of(Connection connection) {
        try {
            return of(connection.getMetaData().getURL());
        } catch (SQLException | RuntimeException | LinkageError failure) {
            Instrumentation.failed(failure);
            return UNKNOWN;
        }
    }

    static Database of(@Nullable String url) {
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            return UNKNOWN;
        }
        try {
            URI uri = new URI(url.substring("jdbc:".length()));
            return new Database("postgresql", uri.getHost(), uri.getPort() >= 0 ? uri.getPort() : POSTGRESQL);
        } catch (URISyntaxException several) {
            return new Database("postgresql", null, -1);
        }
    }
}
