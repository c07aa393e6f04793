package com.example.platform.observability;

import java.lang.invoke.MethodHandles;
import java.sql.CallableStatement;

/** A call of a procedure. */
abstract class ObservedCallableStatement extends ObservedPreparedStatement<CallableStatement>
        implements CallableStatement {

    private static final Factory<CallableStatement> FACTORY = Forwarding.of(MethodHandles.lookup(), Factory.class);

    ObservedCallableStatement(CallableStatement statement, ObservedConnection connection, String text) {
        super(statement, connection, text);
    }

    static CallableStatement of(CallableStatement statement, ObservedConnection connection, String text) {
        return FACTORY.make(statement, connection, text);
    }
}
