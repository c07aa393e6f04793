package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.testing.LiveShop;
import com.example.testing.RequestFlood;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever strangers send, the number of series stays what it is. */
@Tag("long")
class CardinalityIntegrationTests {

    /** 30,000 in CI, which sets the property; fewer between two edits. */
    private static final int REQUESTS = Integer.getInteger("flood.requests", 10_000);

    private static final int CONNECTIONS = 4;

    @Test
    void aFloodOfRequestsOfAllKindsAddsNoSeries() throws Exception {
        LiveShop live = LiveShop.shared();
        List<String> tokens = IntStream.range(0, 10)
                .mapToObj(customer -> live.calls().newCustomer())
                .toList();
        flood(live, 1_000, tokens);
        Set<String> before = series(live);
        assertThat(flood(live, REQUESTS, tokens)).isEqualTo(REQUESTS);
        Set<String> after = series(live);
        assertThat(after.stream().filter(series -> !before.contains(series))).isEmpty();
    }

    private static int flood(LiveShop live, int requests, List<String> tokens) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Integer>> floods = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                IntFunction<String> requestsOf = strangers(tokens, new Random(connection));
                floods.add(threads.submit(() -> RequestFlood.send(live.port(), requests / CONNECTIONS, requestsOf)));
            }
            int answers = 0;
            for (Future<Integer> flood : floods) {
                answers += flood.get();
            }
            return answers;
        }
    }

    /** Random paths, orders, payments, products, methods, agents and request ids, of ten users and of nobody. */
    private static IntFunction<String> strangers(List<String> tokens, Random random) {
        return number -> {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            String path = switch (number % 6) {
                case 0 -> "/" + id;
                case 1 -> "/api/orders/" + id;
                case 2 -> "/api/products/" + id;
                case 3 -> "/api/payments/" + id;
                case 4 -> "/api/" + id + "/" + number;
                default -> "/api/products/BOK-" + (1_000 + random.nextInt(9_000));
            };
            // the last of fifty: the server closes the connection after it
            String method = number % 50 == 49 ? "M" + random.nextInt(1_000_000) : "GET";
            String token = number % 2 == 0 ? id : tokens.get(random.nextInt(tokens.size()));
            return method + " " + path + "?q=" + id + " HTTP/1.1\r\nX-Request-Id: " + id + "\r\nUser-Agent: " + id
                    + "\r\nAuthorization: Bearer " + token;
        };
    }

    private static Set<String> series(LiveShop live) {
        return live.scrape()
                .lines()
                // a new cause of garbage collection is a new series of its own
                .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_gc_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }
}
