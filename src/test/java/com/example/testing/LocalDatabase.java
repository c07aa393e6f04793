package com.example.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The way to a PostgreSQL that a test started, as its superuser. */
public record LocalDatabase(String url) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "postgres";
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }
}
