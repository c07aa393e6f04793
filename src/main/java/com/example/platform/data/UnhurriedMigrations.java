package com.example.platform.data;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Gives a migration all the time it needs: the time-out that the driver has is for what callers wait for. */
class UnhurriedMigrations implements Callback {

    private static final int NO_LIMIT = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** The pool gives the connection its own limit again when it comes back. */
    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, NO_LIMIT);
        } catch (SQLException unwilling) {
            throw new FlywayException("The time-out of a connection cannot be lifted", unwilling);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}
