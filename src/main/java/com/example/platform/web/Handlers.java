package com.example.platform.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Runs a set number of tasks at a time and lets the others wait, in the order in which they came: virtual threads have no
 * pool that would, and what each request has in memory before any filter sees it is bounded by nothing else. Thread-safe.
 */
final class Handlers implements Executor {

    private final Semaphore places;
    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    Handlers(int places, Executor threads) {
        this.places = new Semaphore(places);
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        begin();
    }

    /** Asked again after each place given back, so that nobody waits beside a free one. */
    private void begin() {
        while (!waiting.isEmpty() && places.tryAcquire()) {
            Runnable next = waiting.poll();
            if (next == null) {
                places.release();
            } else {
                hand(next);
            }
        }
    }

    private void hand(Runnable task) {
        boolean handed = false;
        try {
            threads.execute(() -> run(task));
            handed = true;
        } finally {
            if (!handed) {
                places.release();
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            places.release();
            begin();
        }
    }
}
