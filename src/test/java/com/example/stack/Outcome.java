package com.example.stack;

import java.util.Map;

/** What came of asking a query. */
sealed interface Outcome {

    /**
     * There is something to see.
     *
     * @param row the labels or fields of the first series, line or trace
     */
    record Data(Map<String, String> row) implements Outcome {}

    /** It is understood and nothing is there. */
    record Empty(String why) implements Outcome {}

    /** It is not understood. */
    record Refused(String message) implements Outcome {}
}
