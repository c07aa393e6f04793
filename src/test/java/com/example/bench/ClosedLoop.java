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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

/**
 * Sends a number of requests over a few connections, each the next one as soon as its answer is there; for the figures
 * of another process, since what it costs itself is spent in this one.
 */
public final class ClosedLoop implements Load {

    private final int port;

    private final int connections;

    private final long requests;

    private final int expected;

    private final LongFunction<byte[]> request;

    private final AtomicLong next = new AtomicLong();

    private final AtomicReference<String> why = new AtomicReference<>("");

    /**
     * Over HTTP/1.1 to this machine.
     *
     * @param expected the status that is a success
     * @param request the bytes of each request by its number, which goes on counting from run to run
     */
    public ClosedLoop(int port, int connections, long requests, int expected, LongFunction<byte[]> request) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
        this.expected = expected;
        this.request = request;
    }

    @Override
    public Result run() {
        long end = next.get() + requests;
        long started = System.nanoTime();
        long failed = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(clients.submit(() -> client(end)));
            }
            for (Future<Long> client : all) {
                failed += client.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        next.set(end);
        return new Result(requests, failed, why.getAndSet(""), Duration.ofNanos(System.nanoTime() - started));
    }

    /** How many of its requests failed. */
    private long client(long end) {
        long failed = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                try {
                    int status = connection.exchange(request.apply(i));
                    if (status != expected) {
                        why.compareAndSet("", "status " + status);
                        failed++;
                    }
                } catch (IOException lost) {
                    why.compareAndSet("", lost.toString());
                    connection.close();
                    failed++;
                }
            }
        }
        return failed;
    }
}
