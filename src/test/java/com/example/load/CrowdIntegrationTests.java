package com.example.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of connections that want nothing, or want it slowly, and somebody who shops meanwhile. */
@Tag("load")
class CrowdIntegrationTests {

    private static final int IDLE = Integer.getInteger("load.idle", 10_000);

    private static final int SLOW = Integer.getInteger("load.slow", 2_000);

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("load.seconds", 20));

    private static final Duration P99 = Duration.ofMillis(500);

    private static final Duration QUICK = Duration.ofMillis(100);

    private static final String START = "POST /api/customers HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    private static Path folder;

    private static ShopUnderLoad world;

    private static ApplicationProcess shop;

    @BeforeAll
    static void open() throws Exception {
        world = ShopUnderLoad.prepare(folder);
        shop = world.instance();
        // so that nobody waits for classes to be loaded
        try (OrdinaryClient first = OrdinaryClient.begin(shop.url())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> first.calls() > 300);
        }
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @Test
    void connectionsThatWereUsedAndAreIdleNow() throws Exception {
        everyoneElseIsServed(
                "idle",
                Crowd.of(
                        shop.port(), IDLE, "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"));
    }

    @Test
    void headersThatNeverEnd() throws Exception {
        everyoneElseIsServed(
                "slow headers", Crowd.of(shop.port(), SLOW, START + "X-Slow: ").trickling());
    }

    @Test
    void bodiesOfAByteASecond() throws Exception {
        everyoneElseIsServed(
                "slow bodies",
                Crowd.of(
                                shop.port(),
                                SLOW,
                                START + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{\"name\": \"")
                        .trickling());
    }

    @Test
    void answersThatNobodyReads() throws Exception {
        everyoneElseIsServed(
                "slow readers",
                Crowd.of(shop.port(), SLOW / 4, "GET /v3/api-docs HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50)));
    }

    private void everyoneElseIsServed(String name, Crowd crowd) throws Exception {
        await().atMost(LENGTH).until(CrowdIntegrationTests::isCalm);
        try (crowd;
                OrdinaryClient client = OrdinaryClient.begin(shop.url())) {
            int there = crowd.stillThere();
            long end = System.nanoTime() + LENGTH.toNanos();
            await().atMost(LENGTH.plusSeconds(30)).until(() -> System.nanoTime() > end);
            Map<String, Object> figures = new TreeMap<>();
            figures.put("connections", there);
            figures.put("connections_at_the_end", name.equals("slow readers") ? "-" : crowd.stillThere());
            client.close();
            figures.put("calls", client.calls());
            figures.put("failures", client.failures());
            figures.put("p99_ms", client.percentile(99).toMillis());
            figures.put("heap_mib", heap());
            figures.put("resident_mib", resident());
            LoadFigures.keep(name.replace(' ', '-'), figures);
            assertThat(shop.isAlive()).isTrue();
            assertThat(client.failures()).isEmpty();
            assertThat(client.calls()).isGreaterThan(100);
            assertThat(client.percentile(99)).isLessThan(P99);
        }
    }

    /** That they all come at once is an overload, which has its own test. */
    private static boolean isCalm() {
        ShopCalls calls = new ShopCalls(shop.url());
        return Stream.generate(() -> served(calls)).limit(20).allMatch(status -> status == 200);
    }

    /** 200 in time, or what else there was. */
    private static int served(ShopCalls calls) {
        long began = System.nanoTime();
        int status = calls.get("/api/products", null).status();
        return System.nanoTime() - began < QUICK.toNanos() ? status : 0;
    }

    private static long heap() throws IOException, InterruptedException {
        URI scrape = shop.managementUrl().resolve("/actuator/prometheus");
        try (HttpClient http = HttpClient.newHttpClient()) {
            double bytes = http.send(HttpRequest.newBuilder(scrape).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
            return (long) bytes >> 20;
        }
    }

    private static long resident() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(shop.id()), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1_024;
    }
}
