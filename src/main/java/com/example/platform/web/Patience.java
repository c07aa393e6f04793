package com.example.platform.web;

import java.time.Duration;

/** Pauses that grow from 10 to 250 ms until a total is used up. For one thread. */
class Patience {

    private static final long LONGEST = 250;

    private final long deadline;
    private long pause = 10;
    private boolean used;

    Patience(Duration total) {
        this.deadline = System.nanoTime() + total.toNanos();
    }

    /** Sleeps a little; false when the total is used up or the thread is asked to stop. */
    boolean pause() {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        used = true;
        try {
            Thread.sleep(Math.min(pause, left));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
        pause = Math.min(pause * 2, LONGEST);
        return true;
    }

    boolean used() {
        return used;
    }
}
