package com.example.simulator.traffic;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.simulator.SimulatorApplication;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class TrafficTests {

    /** On every series of every application, so not of these meters' own. */
    private static final Set<String> COMMON = Set.of("service", "environment", "version", "instance");

    private FakeShop shop = new FakeShop();
    private final String shopUrl = "http://localhost:" + shop.port();
    private ConfigurableApplicationContext traffic;

    @AfterEach
    void stop() {
        if (traffic != null) {
            traffic.close();
        }
        shop.close();
    }

    @Test
    void runsEveryJourneyUnasked() {
        shop.passwords.put("support@example.com", "secret");
        start("--simulator.traffic.rate=200", "--simulator.traffic.support-password=secret");

        Set<JourneyName> mixed = EnumSet.complementOf(EnumSet.of(JourneyName.PREPARE));
        await().atMost(30, SECONDS).until(() -> mixed.stream().allMatch(name -> tally().ended(name) > 0));

        assertThat(tally().ended(Outcome.FAILED)).isZero();
        assertThat(tally().ended(Outcome.UNREACHABLE)).isZero();
        assertThat(shop.calls).allMatch(call -> call.userAgent().equals("shop-traffic/7"));
        assertThat(shop.calls).allMatch(call -> call.traceparent().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]"));
    }

    @Test
    void leavesSupportOutWithoutItsPassword(CapturedOutput output) {
        start("--simulator.traffic.rate=200", "--simulator.traffic.mix.buy=0", "--simulator.traffic.mix.decline=0");

        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 200);

        assertThat(tally().ended(JourneyName.REFUND_BY_SUPPORT)).isZero();
        assertThat(tally().ended(JourneyName.BUY)).isZero();
        assertThat(output.getAll().lines().filter(line -> line.contains("No support password")))
                .hasSize(1);
    }

    @Test
    void waitsForTheShopAndSurvivesItsRestart() {
        int port = shop.port();
        shop.close();
        start("--simulator.traffic.rate=50");
        assertThat(tally().counts()).containsEntry("started", 0L);

        shop = new FakeShop(port);
        await().atMost(30, SECONDS).until(() -> tally().ended(JourneyName.BUY) > 5);
        shop.close();
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.UNREACHABLE) > 5);
        shop = new FakeShop(port);

        await().atMost(30, SECONDS)
                .until(() -> !shop.calls("POST /api/customers").isEmpty()
                        && !shop.calls("POST /api/orders/{}/payments").isEmpty());
        assertThat(tally().ended(Outcome.FAILED)).isZero();
    }

    @Test
    void skipsJourneysWhenTooManyAreUnderWay() {
        start("--simulator.traffic.rate=100", "--simulator.traffic.max-in-flight=3");
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 5);

        shop.gate = new CountDownLatch(1);
        await().atMost(30, SECONDS).until(() -> skipped() > 20);

        long waiting = shop.calls.stream()
                .filter(call -> call.operation().equals("GET /api/products"))
                .count();
        await().during(300, MILLISECONDS)
                .until(() -> shop.calls("GET /api/products").size() <= waiting + 3);
        shop.gate.countDown();
        long before = tally().ended(Outcome.COMPLETED);
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > before + 20);
    }

    @Test
    void stopsCleanlyWithItsCounts(CapturedOutput output) {
        start("--simulator.traffic.rate=100");
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 20);
        Tally tally = tally();

        traffic.close();

        long calls = shop.calls.size();
        assertThat(tally.counts().get("started")).isEqualTo(totalEnded(tally));
        assertThat(output.getAll().lines().filter(line -> line.contains("Journeys since the start")))
                .hasSize(1);
        await().during(500, MILLISECONDS).until(() -> shop.calls.size() == calls);
    }

    @Test
    void waitsForJourneysUnderWayWhenStopped() {
        start(
                "--simulator.traffic.rate=100",
                "--simulator.traffic.max-in-flight=3",
                "--simulator.traffic.stop-grace=20s");
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 5);
        shop.gate = new CountDownLatch(1);
        int before = shop.calls("GET /api/products").size();
        await().atMost(30, SECONDS).until(() -> shop.calls("GET /api/products").size() > before);

        // not in the common pool, whose one thread on two cores the HTTP client needs for its answers
        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(traffic.getBean(Generator.class)::stop, Thread.ofPlatform()::start);

        await().during(300, MILLISECONDS).until(() -> !stopped.isDone());
        shop.gate.countDown();
        await().atMost(10, SECONDS).until(stopped::isDone);
        assertThat(tally().counts().get("started")).isEqualTo(totalEnded(tally()));
    }

    @Test
    void waitsForJourneysUnderWayNoLongerThanItsGrace(CapturedOutput output) {
        start("--simulator.traffic.rate=100", "--simulator.traffic.stop-grace=500ms");
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 5);
        shop.gate = new CountDownLatch(1);
        await().atMost(30, SECONDS).until(() -> skipped() > 0);

        long start = System.nanoTime();
        traffic.close();

        assertThat(SECONDS.convert(System.nanoTime() - start, NANOSECONDS)).isLessThan(8);
        assertThat(output).contains("Journeys since the start");
    }

    @Test
    void labelsComeFromClosedSets() {
        start("--simulator.traffic.rate=200");
        await().atMost(30, SECONDS).until(() -> tally().ended(Outcome.COMPLETED) > 100);

        List<String> values = new ArrayList<>();
        for (Meter meter : traffic.getBean(MeterRegistry.class).getMeters()) {
            if (meter.getId().getName().startsWith("traffic.")) {
                meter.getId().getTags().stream()
                        .filter(tag -> !COMMON.contains(tag.getKey()))
                        .forEach(tag -> values.add(tag.getValue()));
            }
        }
        Set<String> closed = new HashSet<>(Set.of("none"));
        for (JourneyName name : JourneyName.values()) {
            closed.add(name.label());
        }
        for (Step step : Step.values()) {
            closed.add(step.label());
        }
        for (Outcome outcome : Outcome.values()) {
            closed.add(outcome.label());
        }
        assertThat(values.stream().distinct().collect(Collectors.toSet()))
                .isNotEmpty()
                .isSubsetOf(closed);
    }

    private void start(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--simulator.traffic.shop-url=" + shopUrl,
                "--simulator.traffic.customers=5",
                "--simulator.traffic.user-agent=shop-traffic/7"));
        args.addAll(List.of(more));
        traffic = new SpringApplicationBuilder(SimulatorApplication.class)
                .properties("spring.config.name=application,simulator", "spring.main.banner-mode=off")
                .profiles("traffic")
                .run(args.toArray(String[]::new));
    }

    private Tally tally() {
        return traffic.getBean(Tally.class);
    }

    private long skipped() {
        return (long) tally().counts().get("skipped");
    }

    private static long totalEnded(Tally tally) {
        long total = 0;
        for (Outcome outcome : Outcome.values()) {
            total += tally.ended(outcome);
        }
        return total;
    }
}
