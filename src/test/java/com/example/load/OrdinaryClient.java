package com.example.load;

import com.example.shop.testing.Answer;
import com.example.shop.testing.ShopCalls;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody who shops in peace, some calls a second: looks, orders, pays, looks again. Not one of them may fail. */
final class OrdinaryClient implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final ShopCalls shop;
    private final String token;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    private OrdinaryClient(ShopCalls shop, String token) {
        this.shop = shop;
        this.token = token;
    }

    static OrdinaryClient begin(URI url) {
        ShopCalls shop = new ShopCalls(url);
        OrdinaryClient client = new OrdinaryClient(shop, shop.newCustomer());
        client.thread.submit(client::shopOn);
        return client;
    }

    private void shopOn() {
        while (!done) {
            try {
                expect(200, () -> shop.get("/api/products", null));
                String order =
                        expect(201, () -> shop.order(token, "BOK-0001", 1)).at("/id");
                expect(201, () -> shop.pay(token, order, "tok_visa"));
                expect(200, () -> shop.get("/api/orders/" + order, token));
            } catch (RuntimeException failure) {
                failures.add(failure.toString());
            }
        }
    }

    private Answer expect(int status, java.util.function.Supplier<Answer> call) {
        LockSupport.parkNanos(PAUSE.toNanos());
        long began = System.nanoTime();
        try {
            Answer answer = call.get();
            nanos.add(System.nanoTime() - began);
            if (answer.status() != status) {
                throw new IllegalStateException("answered " + answer.status() + " " + answer.problem());
            }
            return answer;
        } catch (UncheckedIOException lost) {
            nanos.add(System.nanoTime() - began);
            throw lost;
        }
    }

    /** Ends it, and forgets nothing. */
    @Override
    public void close() {
        done = true;
        thread.shutdown();
        try {
            thread.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int calls() {
        return nanos.size();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Of all calls so far. */
    Duration percentile(double percent) {
        List<Long> sorted = new ArrayList<>(List.copyOf(nanos));
        Collections.sort(sorted);
        return Duration.ofNanos(sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1)));
    }
}
