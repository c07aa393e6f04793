package com.example.stack;

/**
 * What came of a query.
 *
 * @param sent the query with its variables filled in
 */
record Finding(Query query, String sent, Selection selection, Outcome outcome) {

    boolean hasData() {
        return outcome instanceof Outcome.Data;
    }

    /** Whether there is something that is not there while all is well. */
    boolean tellsOfSomething() {
        return outcome instanceof Outcome.Data data && !data.onlyZeros();
    }

    /** On one line, with all that is needed to ask it again by hand. */
    @Override
    public String toString() {
        return "%s | %s | %s | %s".formatted(query.origin(), sent.strip().replaceAll("\\s+", " "), selection, said());
    }

    private String said() {
        return switch (outcome) {
            case Outcome.Data data -> "data";
            case Outcome.Empty empty -> "EMPTY: " + empty.why();
            case Outcome.Refused refused -> "REFUSED: " + refused.message();
        };
    }
}
