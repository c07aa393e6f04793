package com.example.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement each of whose executions leaves its signals, from the call to its return; rows are read afterwards. */
final class ObservedStatement extends Delegate {

    private final Connection connection;
    private final Database database;
    private final ObservationRegistry observations;
    private final StatementSignals signals;

    private @Nullable String text;
    private int batch;

    ObservedStatement(
            Statement statement,
            Connection connection,
            @Nullable String text,
            Database database,
            ObservationRegistry observations,
            StatementSignals signals) {
        super(statement);
        this.connection = connection;
        this.text = text;
        this.database = database;
        this.observations = observations;
        this.signals = signals;
    }

    @Override
    @Nullable
    Object call(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return execute(method, arguments);
        }
        switch (name) {
            case "addBatch" -> {
                if (batch++ == 0) {
                    remember(arguments);
                }
            }
            case "clearBatch" -> batch = 0;
            case "getConnection" -> {
                return connection;
            }
            default -> {}
        }
        return pass(method, arguments);
    }

    private @Nullable Object execute(Method method, Object @Nullable [] arguments) throws Throwable {
        remember(arguments);
        // statements outside an observation, as of migrations, probes and jobs, would each be a trace of their own
        Observation around = observations.getCurrentObservation();
        if (around == null || around.isNoop()) {
            return pass(method, arguments);
        }
        int size = method.getName().endsWith("Batch") ? batch : 1;
        batch = 0;
        return execute(new StatementCall(database, text, size), method, arguments);
    }

    private @Nullable Object execute(StatementCall call, Method method, Object @Nullable [] arguments)
            throws Throwable {
        StatementSignals.Execution execution = signals.start();
        Throwable error = null;
        try {
            return pass(method, arguments);
        } catch (Throwable failure) {
            error = failure;
            throw failure;
        } finally {
            execution.stop(call, error);
        }
    }

    private void remember(Object @Nullable [] arguments) {
        String given = textIn(arguments);
        if (given != null) {
            text = given;
        }
    }

    /** The statement among the arguments of a call of JDBC, of which it is always the first. */
    static @Nullable String textIn(Object @Nullable [] arguments) {
        return arguments != null && arguments[0] instanceof String sql ? sql : null;
    }
}
