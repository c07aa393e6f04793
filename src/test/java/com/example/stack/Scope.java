package com.example.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What surrounds a query.
 *
 * @param variables those of its board, in their order
 * @param minInterval the panel's, zero if it has none
 * @param row for a query within a data link, the queries whose rows fill it in
 * @param renamed what the panel calls the fields of such a row
 */
record Scope(List<Variable> variables, Duration minInterval, List<Query> row, Map<String, String> renamed) {

    static final Scope NONE = of(List.of());

    static Scope of(List<Variable> variables) {
        return new Scope(variables, Duration.ZERO, List.of(), Map.of());
    }

    Scope withMinInterval(Duration interval) {
        return new Scope(variables, interval, row, renamed);
    }

    Scope withRow(List<Query> queries, Map<String, String> names) {
        return new Scope(variables, minInterval, queries, names);
    }

    /** Short, as part of a finding. */
    @Override
    public String toString() {
        return variables.size() + " variables";
    }
}
