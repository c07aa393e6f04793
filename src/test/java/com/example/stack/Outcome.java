package com.example.stack;

import java.util.List;
import java.util.Map;

/** What came of asking a query. */
sealed interface Outcome {

    /**
     * There is something to see.
     *
     * @param rows the labels or fields of the first series, lines or traces
     * @param onlyZeros whether every sample is a zero, as of a counter that has once counted
     */
    record Data(List<Map<String, String>> rows, boolean onlyZeros) implements Outcome {}

    /** It is understood and nothing is there. */
    record Empty(String why) implements Outcome {}

    /** It is not understood. */
    record Refused(String message) implements Outcome {}
}
