package com.example.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends so many requests a second whether or not the answers keep up. A wait is counted from when its request was due:
 * one that could not be sent because all connections waited has waited too.
 */
record OpenLoop(int port, int connections, int perSecond, Duration length, Requests requests) {

    /** What came of it: the wait of each request, the shortest first, and how many had another status than expected. */
    record Result(List<Long> nanos, long failed) {

        double millis(double share) {
            return nanos.get((int) (share * (nanos.size() - 1))) / 1e6;
        }
    }

    /** With as many connections as no rate of a bench needs. */
    OpenLoop(int port, int perSecond, Duration length, Requests requests) {
        this(port, 16, perSecond, length, requests);
    }

    /** How many requests that are. */
    static int number(int perSecond, Duration length) {
        return (int) (perSecond * length.toMillis() / 1_000);
    }

    Result run() {
        AtomicLong next = new AtomicLong();
        long started = System.nanoTime();
        List<Long> waits = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(clients.submit(() -> client(started, next)));
            }
            for (Future<List<Long>> client : all) {
                waits.addAll(client.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        long failed = waits.stream().filter(wait -> wait < 0).count();
        return new Result(waits.stream().map(Math::abs).sorted().toList(), failed);
    }

    /** The waits of its requests; that of a failed one is negative. */
    private List<Long> client(long started, AtomicLong next) throws IOException {
        List<Long> waits = new ArrayList<>();
        int number = number(perSecond, length);
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
                long due = started + i * 1_000_000_000 / perSecond;
                for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                    LockSupport.parkNanos(ahead);
                }
                int status = connection.exchange(requests.bytes().apply(i));
                long wait = System.nanoTime() - due;
                waits.add(status == requests.status() ? wait : -wait);
            }
        }
        return waits;
    }
}
