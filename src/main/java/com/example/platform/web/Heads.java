package com.example.platform.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The heads of requests that have begun to arrive: at most so many at a time, each within a time. Thread-safe.
 *
 * @param places for one each
 * @param patience for a whole head, from its first byte
 */
record Heads(Semaphore places, Duration patience) {

    Heads(int most, Duration patience) {
        this(new Semaphore(most), patience);
    }
}
