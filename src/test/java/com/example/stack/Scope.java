package com.example.stack;

import java.time.Duration;
import java.util.List;

/**
 * What surrounds a query.
 *
 * @param variables those of its board, in their order
 * @param minInterval the panel's, zero if it has none
 * @param row for a query within a data link, the queries whose rows fill it in
 */
record Scope(List<Variable> variables, Duration minInterval, List<Query> row) {

    static final Scope NONE = of(List.of());

    static Scope of(List<Variable> variables) {
        return new Scope(variables, Duration.ZERO, List.of());
    }

    Scope withMinInterval(Duration interval) {
        return new Scope(variables, interval, row);
    }

    Scope withRow(List<Query> queries) {
        return new Scope(variables, minInterval, queries);
    }

    /** Short, as part of a finding. */
    @Override
    public String toString() {
        return variables.size() + " variables";
    }
}
