package com.example.disturbed;

/** How much memory telemetry that cannot get out may hold: what its queues hold when they are full. */
final class HeapBound {

    /** {@code max-queue-size} of the exporter, and one batch on its way. */
    private static final long SPANS = 8_192 + 1_024;

    /** A span of ours with its attributes, and what one of a batch takes in the request. */
    private static final long SPAN = 2_048;

    /** {@code ringBufferSize} of an asynchronous appender. */
    private static final long LINES = 8_192;

    /** An event with its fields and its context, not yet encoded. */
    private static final long LINE = 1_024;

    /** What grows for other reasons between two looks: caches, pools, compiled code's metadata. */
    private static final long REST = 8 << 20;

    static final long BYTES = SPANS * SPAN + LINES * LINE + REST;

    private HeapBound() {}
}
