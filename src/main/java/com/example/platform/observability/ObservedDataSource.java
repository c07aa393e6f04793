package com.example.platform.observability;

import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose statements are observed, each as {@code jdbc.query}. As thread-safe as the one behind it. */
final class ObservedDataSource extends DelegatingDataSource {

    private final Supplier<ObservationRegistry> observations;
    private final Supplier<StatementSignals> signals;
    private volatile @Nullable Database database;

    ObservedDataSource(
            DataSource source, Supplier<ObservationRegistry> observations, Supplier<StatementSignals> signals) {
        super(source);
        this.observations = observations;
        this.signals = signals;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return observed(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return observed(super.getConnection(user, password));
    }

    private Connection observed(Connection connection) {
        return new ObservedConnection(connection).proxy(Connection.class);
    }

    private Database database(Connection connection) {
        Database known = database;
        if (known == null) {
            known = Database.of(connection);
            database = known;
        }
        return known;
    }

    private final class ObservedConnection extends Delegate {

        ObservedConnection(Connection connection) {
            super(connection);
        }

        @Override
        @Nullable
        Object call(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            Object result = pass(method, arguments);
            if (!(result instanceof Statement statement)) {
                return result;
            }
            ObservedStatement observed = new ObservedStatement(
                    statement,
                    (Connection) self,
                    ObservedStatement.textIn(arguments),
                    database((Connection) target()),
                    observations.get(),
                    signals.get());
            return switch (statement) {
                case CallableStatement call -> observed.proxy(CallableStatement.class);
                case PreparedStatement prepared -> observed.proxy(PreparedStatement.class);
                default -> observed.proxy(Statement.class);
            };
        }
    }
}
