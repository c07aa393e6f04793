package com.example.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A client who asks again, of one shop and then of the other, until there is an answer to go by. */
final class Persistence {

    /** Longer than a key stays with a process that died. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    /** What the shop asks for in Retry-After. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private Persistence() {}

    static Told ask(int firstShop, IntFunction<Told> question) {
        long end = System.nanoTime() + LONGEST.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        int shop = firstShop;
        Told told = question.apply(shop);
        while (told.isOpen() && System.nanoTime() < end) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            told = question.apply(++shop);
        }
        return told;
    }
}
