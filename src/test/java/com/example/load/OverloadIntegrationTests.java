package com.example.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.load.H2load.Sent;
import com.example.shop.testing.Answer;
import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three times as many requests as it can serve, sent whether or not it keeps up. */
@Tag("load")
class OverloadIntegrationTests {

    /**
     * So few that the machine has processor time left for who sends, for the database and for refusals, and so many that
     * they seldom are all free: when three times as much arrives at random, sixteen serve 97 of 100 of what they could,
     * one alone 75 (Erlang's loss formula).
     */
    private static final int PLACES = Integer.getInteger("load.places", 16);

    /**
     * One way. What a call waits for is mostly its database, as where that is a machine of its own. A call has to take
     * several of the ten milliseconds from which on h2load does not send, but sends in bursts.
     */
    private static final Duration DATABASE_AWAY = Duration.ofMillis(Integer.getInteger("load.distance", 20));

    private static final int TIMES = 3;

    /** Several send at the same moments, all of them. */
    private static final int CONNECTIONS = 1;

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("load.warmup", 20));

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("load.seconds", 20));

    private static final Set<Integer> SHED = Set.of(429, 503);

    @TempDir
    private Path folder;

    @Test
    void itDoesWhatItCanAndRefusesTheRest() throws Exception {
        String program = Programs.required("h2load", "nghttp2-client");
        try (ShopUnderLoad world = ShopUnderLoad.prepare(folder, DATABASE_AWAY)) {
            ApplicationProcess shop =
                    world.instance("--platform.web.max-concurrent-requests=" + PLACES, "--server.http2.enabled=true");
            ShopCalls calls = new ShopCalls(shop.url());
            String token = ShopUnderLoad.customerWithOrders(calls, 40);
            H2load load = new H2load(program, shop.url() + "/api/orders?limit=40", token);
            load.closed(PLACES, WARM_UP);
            load.open(CONNECTIONS, 500, Duration.ofSeconds(5));
            double capacity = served(load.closed(PLACES, LENGTH), LENGTH);
            try (ProbeWatch alive = ProbeWatch.begin(shop.managementUrl().resolve("/actuator/health/liveness"));
                    ProbeWatch aliveOutside = ProbeWatch.begin(shop.url().resolve("/livez"));
                    ProbeWatch ready = ProbeWatch.begin(shop.url().resolve("/readyz"))) {
                CompletableFuture<List<Answer>> sample = CompletableFuture.supplyAsync(() -> sample(calls, token));
                List<Sent> sent = load.open(CONNECTIONS, TIMES * capacity, LENGTH);
                Duration recovered = recovery(calls, token);
                Map<String, Object> figures = figures(sent, capacity);
                figures.put("recovered_ms", recovered.toMillis());
                figures.put("liveness_slowest_ms", Math.max(alive.slowestMillis(), aliveOutside.slowestMillis()));
                figures.put("readiness_slowest_ms", ready.slowestMillis());
                LoadFigures.keep("overload", figures);
                assertThat(sent).extracting(Sent::status).allMatch(status -> status == 200 || SHED.contains(status));
                assertThat((double) figures.get("goodput")).isGreaterThanOrEqualTo(0.8);
                assertThat((long) figures.get("accepted_p99_ms")).isLessThanOrEqualTo(1_000);
                assertThat(recovered).isLessThan(Duration.ofSeconds(10));
                assertThat(sample.join().stream().filter(answer -> answer.status() != 200))
                        .isNotEmpty()
                        .allSatisfy(answer -> {
                            assertThat(SHED).contains(answer.status());
                            assertThat(answer.header("Retry-After")).hasValue("1");
                        });
                assertThat(alive.statuses()).containsOnly(200);
                assertThat(aliveOutside.statuses()).containsOnly(200);
                // it serves as much as ever, so it is ready
                assertThat(ready.statuses()).containsOnly(200);
            }
        }
    }

    private static Map<String, Object> figures(List<Sent> sent, double capacity) {
        Map<String, Object> figures = new TreeMap<>();
        double offered = sent.size() / (double) LENGTH.toSeconds();
        figures.put("places", PLACES);
        figures.put("capacity_per_s", Math.round(capacity));
        figures.put("offered_per_s", Math.round(offered));
        figures.put("offered_of_capacity", Math.round(100 * offered / capacity) / 100.0);
        figures.put("goodput", Math.round(100 * served(sent, LENGTH) / capacity) / 100.0);
        figures.put("statuses", sent.stream().collect(Collectors.groupingBy(Sent::status, Collectors.counting())));
        figures.put("accepted_p99_ms", p99(sent, true));
        figures.put("refused_p99_ms", p99(sent, false));
        return figures;
    }

    private static double served(List<Sent> sent, Duration length) {
        return sent.stream().filter(one -> one.status() == 200).count() / (double) length.toSeconds();
    }

    private static long p99(List<Sent> sent, boolean accepted) {
        List<Long> micros = sent.stream()
                .filter(one -> one.status() == 200 == accepted)
                .map(Sent::micros)
                .sorted()
                .toList();
        return micros.isEmpty() ? 0 : micros.get((int) (micros.size() * 0.99)) / 1_000;
    }

    /** What one more client sees meanwhile, with the headers that the generator does not keep. */
    private static List<Answer> sample(ShopCalls calls, String token) {
        List<Answer> answers = new ArrayList<>();
        long end = System.nanoTime() + LENGTH.toNanos() / 2;
        while (System.nanoTime() < end) {
            answers.add(calls.get("/api/orders?limit=40", token));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return answers;
    }

    /** From the end of the load to the first of fifty calls in a row that are served. */
    private static Duration recovery(ShopCalls calls, String token) {
        long began = System.nanoTime();
        long healthy = began;
        for (int row = 0; row < 50; row++) {
            if (calls.get("/api/orders?limit=40", token).status() != 200) {
                row = -1;
                healthy = System.nanoTime();
            }
        }
        return Duration.ofNanos(healthy - began);
    }
}
