package com.example.load;

import com.example.testing.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks a service once a second how much of its heap is in use, what could be collected included. */
final class HeapWatch implements AutoCloseable {

    private final URI scrape;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong most = new AtomicLong();

    HeapWatch(URI management) {
        scrape = management.resolve("/actuator/prometheus");
        clock.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            String text = http.send(HttpRequest.newBuilder(scrape).build(), BodyHandlers.ofString())
                    .body();
            long bytes = (long) Scrape.sum(text, "jvm_memory_used_bytes", "area=\"heap\"");
            most.accumulateAndGet(bytes, Math::max);
        } catch (IOException missed) {
            // the next look will see it
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** In bytes. */
    long most() {
        return most.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.close();
    }
}
