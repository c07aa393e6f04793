package com.example.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends customers on their journeys, so many a second however long they take, and notes when each ended. */
final class Crowd {

    private static final int MOST = 600;

    private static final long COLD = TimeUnit.SECONDS.toNanos(15);

    private final Shopping shopping;
    private final long seed;
    private final long pause;
    private final Semaphore places = new Semaphore(MOST);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final Queue<Instant> ended = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    Crowd(Shopping shopping, long seed, double rate) {
        this.shopping = shopping;
        this.seed = seed;
        this.pause = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    void begin() {
        Thread.ofPlatform().daemon().start(this::come);
    }

    Queue<Instant> ended() {
        return ended;
    }

    /** Journeys that ended because of a fault of the test itself. */
    int broken() {
        return broken.get();
    }

    /** Lets nobody in any more and waits for those who are there. */
    void end(Duration atMost) throws InterruptedException {
        open = false;
        if (!places.tryAcquire(MOST, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("some journeys have no end");
        }
    }

    private void come() {
        long begin = System.nanoTime();
        long next = begin;
        while (open) {
            // few at first: processes that have just started are slow
            long slower = next - begin < COLD ? 4 : 1;
            next = Math.max(next + slower * pause, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(next - System.nanoTime());
            if (places.tryAcquire()) {
                int number = begun.getAndIncrement();
                Thread.startVirtualThread(() -> go(number));
            }
        }
    }

    private void go(int number) {
        try {
            SplittableRandom random = new SplittableRandom(seed + number);
            shopping.go(Journey.next(random), random);
            ended.add(Instant.now());
        } catch (RuntimeException fault) {
            if (broken.getAndIncrement() == 0) {
                fault.printStackTrace();
            }
        } finally {
            places.release();
        }
    }
}
