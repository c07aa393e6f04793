package com.example.chaos;

import com.example.chaos.DatabaseBooks.Change;
import com.example.chaos.DatabaseBooks.OrderRow;
import com.example.chaos.DatabaseBooks.PaymentRow;
import com.example.chaos.DatabaseBooks.RefundRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads the database's books, and has the database write down every change of a status as it is made. */
final class History {

    private History() {}

    /** The tables must be there; the lock on a row makes the numbers follow the order of its changes. */
    static void begin(Postgres postgres) {
        JdbcClient jdbc = jdbc(postgres);
        jdbc.sql("""
                CREATE TABLE chaos_history (
                  number bigserial PRIMARY KEY, "table" text, id uuid, before text, after text,
                  transaction xid8 DEFAULT pg_current_xact_id())""").update();
        jdbc.sql("""
                CREATE FUNCTION chaos_note() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO chaos_history ("table", id, before, after)
                  VALUES (TG_TABLE_NAME, NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status);
                  RETURN NULL;
                END $$""").update();
        for (String table : new String[] {"orders", "payments", "refunds"}) {
            jdbc.sql("CREATE TRIGGER chaos_note AFTER INSERT OR UPDATE OF status ON " + table
                            + " FOR EACH ROW EXECUTE FUNCTION chaos_note()")
                    .update();
        }
    }

    static DatabaseBooks read(Postgres postgres) {
        JdbcClient jdbc = jdbc(postgres);
        return new DatabaseBooks(
                jdbc.sql("SELECT * FROM orders").query(History::order).list(),
                jdbc.sql("SELECT * FROM payments").query(History::payment).list(),
                jdbc.sql("SELECT * FROM refunds").query(History::refund).list(),
                jdbc.sql("SELECT *, transaction::text AS xid FROM chaos_history ORDER BY number")
                        .query(History::change)
                        .list());
    }

    /** How much waits for the gateway, or for its time to be over. */
    static long unfinished(Postgres postgres) {
        return jdbc(postgres).sql("""
                        SELECT (SELECT count(*) FROM payments WHERE status = 'PENDING')
                             + (SELECT count(*) FROM refunds WHERE status = 'PENDING')
                             + (SELECT count(*) FROM orders WHERE status = 'PENDING_PAYMENT')""").query(Long.class).single();
    }

    private static JdbcClient jdbc(Postgres postgres) {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url(), "postgres", ""));
    }

    private static OrderRow order(ResultSet row, int number) throws SQLException {
        return new OrderRow(
                row.getString("id"),
                row.getString("status"),
                row.getLong("total"),
                time(row, "created_at"),
                time(row, "expires_at"));
    }

    private static PaymentRow payment(ResultSet row, int number) throws SQLException {
        return new PaymentRow(
                row.getString("id"),
                row.getString("payable_id"),
                row.getLong("amount"),
                row.getString("status"),
                time(row, "created_at"),
                time(row, "settled_at"));
    }

    private static RefundRow refund(ResultSet row, int number) throws SQLException {
        return new RefundRow(
                row.getString("id"),
                row.getString("payment_id"),
                row.getLong("amount"),
                row.getString("status"),
                time(row, "created_at"),
                time(row, "settled_at"));
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("table"),
                row.getString("id"),
                row.getString("before"),
                row.getString("after"),
                Long.parseLong(row.getString("xid")));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
