package com.example.platform.web;

/**
 * What a handler does for one connection at a stretch: requests that follow each other without a pause are served in one
 * turn. Of its thread alone.
 */
final class HandlerTurn {

    private long waited;

    void begin() {
        waited = 0;
    }

    /** How long it has waited for the caller so far, in nanoseconds: who is a little slow each time is slow. */
    long waited() {
        return waited;
    }

    void hasWaited(long nanos) {
        waited += nanos;
    }
}
