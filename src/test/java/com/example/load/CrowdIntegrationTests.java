package com.example.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of connections that want nothing, or want it slowly, and somebody who shops meanwhile. */
@Tag("load")
class CrowdIntegrationTests {

    private static final int IDLE = Integer.getInteger("load.idle", 10_000);

    private static final int SLOW = Integer.getInteger("load.slow", 2_000);

    private static final int SECONDS = Integer.getInteger("load.seconds", 20);

    private static final Duration QUICK = Duration.ofMillis(100);

    /** Of those who were sent away so many come again each second. */
    private static final int AGAIN = SLOW / 20;

    private static final Duration P99 = Duration.ofMillis(500);

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
        String words = "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n";
        try (OrdinaryClient client = OrdinaryClient.begin(shop.url());
                Crowd crowd = Crowd.of(shop.port(), IDLE, Crowd.Ears.OPEN, words)) {
            double stayed = everyoneElseIsServed("idle", client, crowd, "", 0);
            assertThat(stayed).isEqualTo(IDLE);
        }
    }

    /** Each of them says the words, and one more thing each second; the ordinary client begins before they come. */
    @ParameterizedTest
    @CsvSource({
        "slow-headers, HEAD, z",
        "slow-bodies, BODY, z",
        "slow-frames, FRAME, z",
        "silent-bodies, NO_BODY, ''",
    })
    void callsThatNeverEnd(String name, Beginning beginning, String one) throws Exception {
        try (OrdinaryClient client = OrdinaryClient.begin(shop.url());
                Crowd crowd = Crowd.of(shop.port(), SLOW, Crowd.Ears.EXPECTANT, beginning.words())) {
            everyoneElseIsServed(name, client, crowd, one, AGAIN);
        }
    }

    /** Once what they have asked for is made: that it is asked for all at once is an overload, which has its own test. */
    @Test
    void answersThatNobodyReads() throws Exception {
        String words = "GET /v3/api-docs HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50);
        try (Crowd crowd = Crowd.of(shop.port(), SLOW / 4, Crowd.Ears.SHUT, words)) {
            await().atMost(Duration.ofMinutes(1)).until(CrowdIntegrationTests::isCalm);
            try (OrdinaryClient client = OrdinaryClient.begin(shop.url())) {
                everyoneElseIsServed("slow-readers", client, crowd, "", 0);
            }
        }
    }

    private double everyoneElseIsServed(String name, OrdinaryClient client, Crowd crowd, String one, int again)
            throws Exception {
        try (HeapWatch heap = new HeapWatch(shop.managementUrl())) {
            Map<String, Object> figures = new TreeMap<>();
            double stayed = crowd.persist(SECONDS, one, again);
            figures.put("there_on_average", Math.round(stayed));
            figures.put("come_again", crowd.comeAgain());
            client.close();
            figures.put("calls", client.calls());
            figures.put("failures", client.failures());
            figures.put("p99_ms", client.percentile(99).toMillis());
            figures.put("longest_ms", client.percentile(100).toMillis());
            figures.put("heap_mib", heap.most() >> 20);
            figures.put("resident_mib", resident());
            LoadFigures.keep(name, figures);
            assertThat(shop.isAlive()).isTrue();
            assertThat(client.failures()).isEmpty();
            assertThat(client.calls()).isGreaterThan(100);
            assertThat(client.percentile(99)).isLessThan(P99);
            return stayed;
        }
    }

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

    private static long resident() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(shop.id()), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1_024;
    }

    /** Of a call, which its caller does not go on with. */
    enum Beginning {
        HEAD("X-Slow: "),
        NO_BODY("Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n"),
        BODY(NO_BODY.rest + "{\"name\": \""),
        FRAME("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1;");

        private final String rest;

        Beginning(String rest) {
            this.rest = rest;
        }

        String words() {
            return "POST /api/customers HTTP/1.1\r\nHost: localhost\r\n" + rest;
        }
    }
}
