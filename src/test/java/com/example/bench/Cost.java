package com.example.bench;

/**
 * A round, and what it and its lead-in left behind.
 *
 * @param requests of both, all of which leave something
 * @param allocated bytes, in the round alone
 * @param logBytes written to stdout
 * @param spans that arrived
 * @param served those of them that are of a request served
 * @param lostSpans that the process counted as lost
 */
record Cost(Round round, long requests, long allocated, long logBytes, long spans, long served, long lostSpans) {

    double allocatedPerRequest() {
        return (double) allocated / round.requests();
    }

    double logBytesPerRequest() {
        return (double) logBytes / requests;
    }
}
