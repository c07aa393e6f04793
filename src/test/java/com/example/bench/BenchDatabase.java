package com.example.bench;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of one server, for one variant. */
record BenchDatabase(String url) {

    private static final String CUSTOMER = "SELECT owner FROM orders ORDER BY created_at DESC LIMIT 1";

    /** Makes it. */
    static BenchDatabase create(String serverUrl, String name) {
        try (Connection connection = DriverManager.getConnection(serverUrl, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return new BenchDatabase(serverUrl.replaceAll("/postgres(?=\\?|$)", "/" + name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids of orders that wait for their payment, the newest first. */
    List<String> unpaidOrders(int number) {
        return texts("SELECT id FROM orders WHERE status = 'PENDING_PAYMENT' ORDER BY created_at DESC LIMIT " + number);
    }

    /** Ids of orders of the customer who has placed the newest one, from all over the table. */
    List<String> orders(int number) {
        return texts("SELECT id FROM orders WHERE owner = (" + CUSTOMER + ") ORDER BY random() LIMIT " + number);
    }

    /** Adds paid orders of two lines until there are so many; a tenth of them is the customer's. */
    void fill(int number) {
        execute("""
                WITH added AS (
                  INSERT INTO orders (id, owner, status, total, currency, created_at, expires_at, paid_at)
                  SELECT gen_random_uuid(), CASE i %% 10 WHEN 0 THEN (%s) ELSE 'customer-' || i %% 5000 END,
                    'PAID', 2000, 'EUR', at, at + interval '1 day', at
                  FROM (SELECT i, now() - interval '1 day' - i * interval '1 second' AS at
                    FROM generate_series(1, %d - (SELECT count(*) FROM orders)) AS i) AS numbered
                  RETURNING id)
                INSERT INTO order_lines (order_id, position, sku, category, quantity, unit_price)
                SELECT id, position, (SELECT min(sku) FROM products), 'BOOKS', 1, 1000
                FROM added, generate_series(0, 1) AS position""".formatted(CUSTOMER, number));
        execute("VACUUM ANALYZE orders, order_lines");
        execute("CHECKPOINT");
    }

    /** What those who serve this database have used. */
    double processorMillis() {
        double sum = 0;
        for (String pid : texts("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid()")) {
            try {
                sum += ProcessorTime.of(Long.parseLong(pid)).toNanos() / 1e6;
            } catch (UncheckedIOException ended) {
                // with the time that it used; rounds are shorter than connections live
            }
        }
        return sum;
    }

    String version() {
        return texts("SHOW server_version").getFirst();
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
