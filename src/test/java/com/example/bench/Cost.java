package com.example.bench;

import java.time.Duration;

/**
 * A round, and what it left behind together with its lead-in and with the requests that were sent at a steady rate.
 *
 * @param requests of all three, each of which leaves something
 * @param allocated bytes, in the round alone
 * @param left behind by all three
 * @param compiling how long its compilers worked, in the round alone
 * @param waits of the requests that were sent at a steady rate
 */
record Cost(
        Round round,
        long requests,
        long allocated,
        BenchShop.Leavings left,
        Duration compiling,
        OpenLoop.Result waits) {

    double allocatedPerRequest() {
        return (double) allocated / round.requests();
    }

    double logBytesPerRequest() {
        return (double) left.logBytes() / requests;
    }

    /** The share of the round's processor time that its compilers took. */
    double compilingShare() {
        return (double) compiling.toNanos() / round.processor().toNanos();
    }
}
