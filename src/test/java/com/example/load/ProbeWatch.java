package com.example.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a probe five times a second, each time over a new connection and with the patience of an orchestrator. */
final class ProbeWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final URI probe;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    private volatile long slowest;

    private ProbeWatch(URI probe) {
        this.probe = probe;
    }

    static ProbeWatch begin(URI probe) {
        ProbeWatch watch = new ProbeWatch(probe);
        watch.timer.scheduleAtFixedRate(watch::ask, 0, 200, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** 0 stands for no answer in time. */
    private void ask() {
        long began = System.nanoTime();
        int status = 0;
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(probe).timeout(PATIENCE).build();
            status = http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException silent) {
            // counts as 0
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        statuses.add(status);
        slowest = Math.max(slowest, System.nanoTime() - began);
    }

    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowest);
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
