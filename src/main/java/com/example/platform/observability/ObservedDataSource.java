package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
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
        return ObservedConnection.of(super.getConnection(), this);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ObservedConnection.of(super.getConnection(user, password), this);
    }

    /** Statements outside an observation, as of migrations, probes and jobs, would each be a trace of their own. */
    StatementSignals.@Nullable Execution begin() {
        Observation around = observations.get().getCurrentObservation();
        return around == null || around.isNoop() ? null : signals.get().start();
    }

    Database database(Connection connection) {
        Database known = database;
        if (known == null) {
            known = Database.of(connection);
            database = known;
        }
        return known;
    }
}
