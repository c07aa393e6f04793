package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long one end of a connection to the database waits for the other, when that has gone without a word. */
class DatabasePatienceIntegrationTests extends CustomerOfTheShop {

    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    @Autowired
    private DataSource pool;

    @Autowired
    private Flyway migrations;

    @Test
    void theShopDoesNotWaitForAnAnswerForEver() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .as("longer than a statement may take, so that the database is the one who ends it")
                    .isGreaterThan((int) LONGEST_STATEMENT.toMillis())
                    .isLessThan(60_000);
            assertThat(shown(connection, "statement_timeout")).isEqualTo("30s");
        }
    }

    @Test
    void theDatabaseDoesNotKeepTheLocksOfACallerWhoFellSilent() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(shown(connection, "idle_in_transaction_session_timeout")).isEqualTo("10s");
            assertThat(shown(connection, "tcp_keepalives_idle")).isEqualTo("30");
        }
    }

    @Test
    void aMigrationMayTakeItsTime() throws SQLException {
        try (Connection connection =
                migrations.getConfiguration().getDataSource().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(shown(connection, "statement_timeout")).isEqualTo("0");
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
