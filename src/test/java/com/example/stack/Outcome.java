package com.example.stack;

import java.util.List;
import java.util.Map;

/** What came of asking a query. */
sealed interface Outcome {

    /**
     * There is something to see.
     *
     * @param rows the labels or fields of the first series, lines or traces
     */
    record Data(List<Map<String, String>> rows) implements Outcome {}

    /** It is understood and nothing is there. */
    record Empty(String why) implements Outcome {}

    /** It is not understood. */
    record Refused(String message) implements Outcome {}
}
