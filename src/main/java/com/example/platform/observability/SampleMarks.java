package com.example.platform.observability;

/** Marks what the profiler samples on the current thread with the span it belongs to. */
interface SampleMarks {

    void enter(String traceId, String spanId);

    void leave();

    /** Ends sampling for good. */
    void stop();
}
