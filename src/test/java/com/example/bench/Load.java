package com.example.bench;

import java.time.Duration;

/** Load of some seconds or of a number of requests, made by another process than the measured one. */
@FunctionalInterface
public interface Load {

    Result run();

    /**
     * How it went.
     *
     * @param requests all that were sent
     * @param failed those with another status than expected, or with none
     * @param why the first of those failures, or nothing
     */
    record Result(long requests, long failed, String why, Duration took) {}
}
