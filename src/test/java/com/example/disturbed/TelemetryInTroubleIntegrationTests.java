package com.example.disturbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.bench.JvmProbe;
import com.example.bench.Load;
import com.example.disturbed.Disturbance.Lost;
import com.example.shop.testing.ShopCalls;
import com.example.testing.MoodyCollector.Mood;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real shop whose telemetry cannot get out: no request fails, memory stays bounded, and what is lost is counted. */
@Tag("load")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TelemetryInTroubleIntegrationTests {

    /** Together more spans than the queue holds. */
    private static final long REQUESTS = 6_000;

    /** More than the lines that the queue and the pipe hold, of which each request has one. */
    private static final long LINES = 10_000;

    private DisturbedShop shop;
    private long heap;

    @BeforeAll
    void start() {
        shop = DisturbedShop.start(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        shop.orderReads(REQUESTS).run();
        placeAndPay();
        shop.settle();
        heap = liveHeap();
    }

    @AfterAll
    void stop() {
        shop.close();
    }

    @AfterEach
    void heal() {
        if (shop.isAlive()) {
            shop.end();
            shop.settle();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECTOR_.*", mode = EnumSource.Mode.MATCH_ALL)
    @Order(1)
    void withoutACollectorNoRequestFailsMemoryIsBoundedAndSpansAreCounted(Disturbance disturbance) {
        double lost = shop.lost(disturbance.lost());
        disturbWith(disturbance, REQUESTS);

        await().untilAsserted(() ->
                assertThat(shop.lost(disturbance.lost()) - lost).as("counted").isPositive());
        assertThat(liveHeap() - heap).as("growth of the heap").isLessThan(HeapBound.BYTES);
    }

    @Test
    @Order(2)
    void withoutAReaderNoRequestFailsMemoryIsBoundedAndEachLineIsWrittenOrCounted() {
        double lost = shop.lost(Lost.LINES);
        long written = shop.linesWritten();
        long broken = shop.brokenLines();
        disturbWith(Disturbance.STDOUT_BLOCKED, LINES);
        assertThat(shop.lost(Lost.LINES) - lost).as("counted").isPositive();
        assertThat(liveHeap() - heap).as("growth of the heap").isLessThan(HeapBound.BYTES);

        shop.end();
        shop.settle();
        // those of the few calls besides are lost or there too
        assertThat(shop.linesWritten() - written + shop.lost(Lost.LINES) - lost)
                .isBetween((double) LINES, LINES + 60.0);
        assertThat(shop.brokenLines()).isEqualTo(broken);
    }

    private void disturbWith(Disturbance disturbance, long requests) {
        shop.begin(disturbance);
        Load.Result load = shop.orderReads(requests).run();
        assertThat(load.failed()).as("failed requests: %s", load.why()).isZero();
        placeAndPay();
    }

    @Test
    @Order(3)
    void theEndComesInTimeWhenNothingGetsOut() {
        shop.begin(Disturbance.STDOUT_BLOCKED);
        shop.collector().behave(Mood.HANGS);
        shop.orderReads(REQUESTS / 4).run();

        assertThat(shop.stop()).isLessThan(DisturbedShop.GRACE);
    }

    private void placeAndPay() {
        ShopCalls calls = shop.calls();
        String customer = calls.newCustomer();
        for (int i = 0; i < 5; i++) {
            assertThat(calls.pay(customer, calls.orderOfABook(customer), "tok_visa")
                            .status())
                    .isEqualTo(201);
        }
    }

    private long liveHeap() {
        try (JvmProbe probe = new JvmProbe(shop.id())) {
            return probe.liveHeap();
        }
    }
}
