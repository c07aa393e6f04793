package com.example.bench;

/**
 * A round and what it left behind.
 *
 * @param allocated bytes
 * @param logBytes written to stdout
 * @param spans that arrived
 * @param served those of them that are of a request served
 * @param lostSpans that the process counted as lost
 */
record Cost(Round round, long allocated, long logBytes, long spans, long served, long lostSpans) {

    double allocatedPerRequest() {
        return (double) allocated / round.requests();
    }

    double logBytesPerRequest() {
        return (double) logBytes / round.requests();
    }
}
