package com.example.platform.observability;

import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement each of whose executions leaves its signals, from the call to its return; rows are read afterwards. */
abstract class ObservedStatement<T extends Statement> extends StandIn<T> implements Statement {

    private static final Factory<Statement> FACTORY = Forwarding.of(MethodHandles.lookup(), Factory.class);

    private final ObservedConnection connection;
    private @Nullable String text;
    private int batch;

    ObservedStatement(T statement, ObservedConnection connection, @Nullable String text) {
        super(statement);
        this.connection = connection;
        this.text = text;
    }

    static Statement of(Statement statement, ObservedConnection connection) {
        return FACTORY.make(statement, connection, null);
    }

    /** Executes it, and leaves the signals of that if an observation is under way. */
    final <R> R observe(Work<R> work) throws SQLException {
        return observe(1, work);
    }

    private <R> R observe(String sql, Work<R> work) throws SQLException {
        text = sql;
        return observe(1, work);
    }

    private <R> R observeBatch(Work<R> work) throws SQLException {
        int size = batch;
        batch = 0;
        return observe(size, work);
    }

    private <R> R observe(int size, Work<R> work) throws SQLException {
        StatementSignals.Execution signals = connection.begin();
        if (signals == null) {
            return work.run();
        }
        Throwable error = null;
        try {
            return work.run();
        } catch (Throwable failure) {
            error = failure;
            throw failure;
        } finally {
            signals.stop(new StatementCall(connection.database(), text, size), error);
        }
    }

    /** A batch has as its text the first of its statements. */
    final void added() {
        batch++;
    }

    @Override
    public final Connection getConnection() {
        return connection;
    }

    @Override
    public final void addBatch(String sql) throws SQLException {
        target.addBatch(sql);
        if (batch == 0) {
            text = sql;
        }
        added();
    }

    @Override
    public final void clearBatch() throws SQLException {
        batch = 0;
        target.clearBatch();
    }

    @Override
    public final boolean execute(String sql) throws SQLException {
        return observe(sql, () -> target.execute(sql));
    }

    @Override
    public final boolean execute(String sql, int generatedKeys) throws SQLException {
        return observe(sql, () -> target.execute(sql, generatedKeys));
    }

    @Override
    public final boolean execute(String sql, int[] columns) throws SQLException {
        return observe(sql, () -> target.execute(sql, columns));
    }

    @Override
    public final boolean execute(String sql, String[] columns) throws SQLException {
        return observe(sql, () -> target.execute(sql, columns));
    }

    @Override
    public final ResultSet executeQuery(String sql) throws SQLException {
        return observe(sql, () -> target.executeQuery(sql));
    }

    @Override
    public final int executeUpdate(String sql) throws SQLException {
        return observe(sql, () -> target.executeUpdate(sql));
    }

    @Override
    public final int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return observe(sql, () -> target.executeUpdate(sql, generatedKeys));
    }

    @Override
    public final int executeUpdate(String sql, int[] columns) throws SQLException {
        return observe(sql, () -> target.executeUpdate(sql, columns));
    }

    @Override
    public final int executeUpdate(String sql, String[] columns) throws SQLException {
        return observe(sql, () -> target.executeUpdate(sql, columns));
    }

    @Override
    public final long executeLargeUpdate(String sql) throws SQLException {
        return observe(sql, () -> target.executeLargeUpdate(sql));
    }

    @Override
    public final long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        return observe(sql, () -> target.executeLargeUpdate(sql, generatedKeys));
    }

    @Override
    public final long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        return observe(sql, () -> target.executeLargeUpdate(sql, columns));
    }

    @Override
    public final long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        return observe(sql, () -> target.executeLargeUpdate(sql, columns));
    }

    @Override
    public final int[] executeBatch() throws SQLException {
        return observeBatch(() -> target.executeBatch());
    }

    @Override
    public final long[] executeLargeBatch() throws SQLException {
        return observeBatch(() -> target.executeLargeBatch());
    }

    /** What the driver does. */
    interface Work<R> {
        R run() throws SQLException;
    }

    /** The text is null where each execution is given one. */
    interface Factory<T extends Statement> {
        T make(T statement, ObservedConnection connection, @Nullable String text);
    }
}
