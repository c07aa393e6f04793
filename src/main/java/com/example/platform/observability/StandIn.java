package com.example.platform.observability;

import java.sql.SQLException;
import java.sql.Wrapper;

/**
 * Stands in front of a part of JDBC, which it can be unwrapped to; equal to itself alone, as a connection is. What a class
 * of this kind leaves to say is passed on, by {@link Forwarding}.
 *
 * @param <T> what it stands in front of
 */
abstract class StandIn<T extends Wrapper> implements Wrapper {

    static final String TARGET = "target";

    final T target;

    StandIn(T target) {
        this.target = target;
    }

    @Override
    public final <W> W unwrap(Class<W> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public final String toString() {
        return target.toString();
    }
}
