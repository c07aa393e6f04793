package com.example.platform.observability;

import java.lang.invoke.MethodHandles;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A statement that knows its text, with executions of its own. */
abstract class ObservedPreparedStatement<T extends PreparedStatement> extends ObservedStatement<T>
        implements PreparedStatement {

    private static final Factory<PreparedStatement> FACTORY = Forwarding.of(MethodHandles.lookup(), Factory.class);

    ObservedPreparedStatement(T statement, ObservedConnection connection, String text) {
        super(statement, connection, text);
    }

    static PreparedStatement of(PreparedStatement statement, ObservedConnection connection, String text) {
        return FACTORY.make(statement, connection, text);
    }

    @Override
    public final void addBatch() throws SQLException {
        target.addBatch();
        added();
    }

    @Override
    public final boolean execute() throws SQLException {
        return observe(target::execute);
    }

    @Override
    public final ResultSet executeQuery() throws SQLException {
        return observe(target::executeQuery);
    }

    @Override
    public final int executeUpdate() throws SQLException {
        return observe(target::executeUpdate);
    }

    @Override
    public final long executeLargeUpdate() throws SQLException {
        return observe(target::executeLargeUpdate);
    }
}
