package com.example.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private final MutableClock clock = new MutableClock();
    private final Faults faults = new Faults(clock, new Random(7));

    @Test
    void strikesEveryRequestAtAHundredPercentAndNoneWhenOff() {
        assertThat(strikesOutOf(1_000)).isZero();

        faults.start(fault(FaultName.ERROR, 100));

        assertThat(strikesOutOf(1_000)).isEqualTo(1_000);
    }

    @Test
    void strikesItsShareOfRequests() {
        faults.start(fault(FaultName.ERROR, 1));
        assertThat(strikesOutOf(100_000)).isCloseTo(1_000, within(150L));

        faults.start(fault(FaultName.ERROR, 99));
        assertThat(strikesOutOf(100_000)).isCloseTo(99_000, within(150L));
    }

    @Test
    void endsByItselfAtItsEndTime() {
        faults.start(new Fault(FaultName.ERROR, 100, clock.instant().plusSeconds(10), new Delay.None()));

        clock.advance(Duration.ofMillis(9_999));
        assertThat(faults.strikes(FaultName.ERROR)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(faults.strikes(FaultName.ERROR)).isFalse();
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void aHangingRequestGoesOnWhenTheFaultsEndTimeComes() throws InterruptedException {
        faults.start(new Fault(FaultName.HANG, 100, clock.instant().plusSeconds(10), new Delay.None()));
        CountDownLatch gone = hanging(Duration.ofMinutes(2));

        assertThat(gone.await(300, TimeUnit.MILLISECONDS)).isFalse();
        clock.advance(Duration.ofSeconds(10));

        assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHangingRequestGoesOnAtTheCap() throws InterruptedException {
        faults.start(fault(FaultName.HANG, 100));

        assertThat(hanging(Duration.ofMillis(50)).await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(faults.active(FaultName.HANG)).isPresent();
    }

    @Test
    void healingOneFaultLeavesTheOthers() {
        faults.start(fault(FaultName.ERROR, 100));
        faults.start(fault(FaultName.OUTAGE, 100));

        assertThat(faults.heal(FaultName.ERROR)).isTrue();
        assertThat(faults.heal(FaultName.ERROR)).isFalse();

        assertThat(faults.active()).extracting(Fault::name).containsExactly(FaultName.OUTAGE);
    }

    @Test
    void delaysByItsDistribution() {
        assertThat(delays(new Delay.Fixed(250))).containsOnly(250L);
        assertThat(delays(new Delay.Uniform(10, 20)))
                .allMatch(millis -> millis >= 10 && millis <= 20)
                .contains(10L, 20L);

        List<Long> sorted =
                delays(new Delay.Lognormal(100, 1_000)).stream().sorted().toList();
        assertThat((double) sorted.get(sorted.size() / 2)).isCloseTo(100, within(5.0));
        assertThat((double) sorted.get(sorted.size() * 99 / 100)).isCloseTo(1_000, within(150.0));
    }

    @Test
    void neverDelaysBeyondTheLongestDelay() {
        assertThat(delays(new Delay.Lognormal(119_999, 120_000))).allMatch(millis -> millis <= 120_000);
    }

    private CountDownLatch hanging(Duration cap) {
        CountDownLatch gone = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                faults.awaitHealing(cap);
                gone.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return gone;
    }

    private List<Long> delays(Delay delay) {
        faults.start(new Fault(FaultName.LATENCY, 100, null, delay));
        return IntStream.range(0, 20_000)
                .mapToObj(i -> faults.delay().toMillis())
                .toList();
    }

    private long strikesOutOf(int requests) {
        return IntStream.range(0, requests)
                .filter(i -> faults.strikes(FaultName.ERROR))
                .count();
    }

    private static Fault fault(FaultName name, int percentage) {
        return new Fault(name, percentage, null, new Delay.None());
    }
}
