package com.example.platform.observability;

import java.lang.invoke.MethodHandles;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are observed. */
abstract class ObservedConnection extends StandIn<Connection> implements Connection {

    private static final Factory FACTORY = Forwarding.of(MethodHandles.lookup(), Factory.class);

    private final ObservedDataSource source;

    ObservedConnection(Connection connection, ObservedDataSource source) {
        super(connection);
        this.source = source;
    }

    static Connection of(Connection connection, ObservedDataSource source) {
        return FACTORY.make(connection, source);
    }

    /** The signals of an execution that begins; null for one that shall leave none. */
    final StatementSignals.@Nullable Execution begin() {
        return source.begin();
    }

    final Database database() {
        return source.database(target);
    }

    @Override
    public final Statement createStatement() throws SQLException {
        return ObservedStatement.of(target.createStatement(), this);
    }

    @Override
    public final Statement createStatement(int type, int concurrency) throws SQLException {
        return ObservedStatement.of(target.createStatement(type, concurrency), this);
    }

    @Override
    public final Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return ObservedStatement.of(target.createStatement(type, concurrency, holdability), this);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql) throws SQLException {
        return observed(target.prepareStatement(sql), sql);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return observed(target.prepareStatement(sql, type, concurrency), sql);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return observed(target.prepareStatement(sql, type, concurrency, holdability), sql);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return observed(target.prepareStatement(sql, generatedKeys), sql);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        return observed(target.prepareStatement(sql, columns), sql);
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        return observed(target.prepareStatement(sql, columns), sql);
    }

    @Override
    public final CallableStatement prepareCall(String sql) throws SQLException {
        return observed(target.prepareCall(sql), sql);
    }

    @Override
    public final CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return observed(target.prepareCall(sql, type, concurrency), sql);
    }

    @Override
    public final CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return observed(target.prepareCall(sql, type, concurrency, holdability), sql);
    }

    private PreparedStatement observed(PreparedStatement statement, String sql) {
        return ObservedPreparedStatement.of(statement, this, sql);
    }

    private CallableStatement observed(CallableStatement call, String sql) {
        return ObservedCallableStatement.of(call, this, sql);
    }

    interface Factory {
        Connection make(Connection connection, ObservedDataSource source);
    }
}
