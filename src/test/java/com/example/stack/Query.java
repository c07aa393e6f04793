package com.example.stack;

/** A query as it stands in a file, with everything that is needed to ask it as Grafana would. */
sealed interface Query {

    Origin origin();

    String text();

    Scope scope();

    Reading reading();

    /** Whether it can be asked where there is no other backend than Prometheus. */
    default boolean needsPrometheusAlone() {
        return this instanceof PromQl
                && scope().row().stream().allMatch(PromQl.class::isInstance)
                && scope().variables().stream()
                        .flatMap(variable -> variable.query().stream())
                        .allMatch(PromQl.class::isInstance);
    }

    /** What is asked of the backend. */
    enum Reading {
        RANGE,
        INSTANT,
        /** The values of a template variable. */
        VALUES,
        /**
         * Of an alert only whether what it looks at is there or is documented: a healthy stack is not to fire, and that it
         * fires when it should is shown by its own test.
         */
        INPUTS,
        /** Nothing by itself: it is asked of a span, by the test that follows the link. */
        FOLLOWED
    }

    /**
     * For Prometheus.
     *
     * @param exemplars whether the panel shows them
     */
    record PromQl(Origin origin, String text, Scope scope, Reading reading, boolean exemplars) implements Query {

        PromQl(Origin origin, String text, Scope scope, Reading reading) {
            this(origin, text, scope, reading, false);
        }
    }

    /** For Loki. */
    record LogQl(Origin origin, String text, Scope scope, Reading reading) implements Query {}

    /** For Tempo. */
    record TraceQl(Origin origin, String text, Scope scope, Reading reading) implements Query {}
}
