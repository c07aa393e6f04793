package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };

    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(5), clock);

    @Test
    void theLimitIsPerKeyAndWindow() {
        assertThat(IntStream.range(0, 5).filter(i -> throttle.tryAcquire("a")).count())
                .isEqualTo(3);
        assertThat(throttle.tryAcquire("b")).isTrue();
        assertThat(throttle.isExhausted("a")).isTrue();
        assertThat(throttle.isExhausted("b")).isFalse();
        assertThat(throttle.retryAfter("a")).isEqualTo(300);

        now = now.plus(Duration.ofMinutes(5));
        assertThat(throttle.isExhausted("a")).isFalse();
        assertThat(throttle.tryAcquire("a")).isTrue();
    }

    @Test
    void aFloodOfKeysFillsNoMemoryAndFreesNobodyWhoIsHeldBack() {
        IntStream.range(0, 10).forEach(i -> throttle.tryAcquire("held back"));

        IntStream.range(0, 400_000).parallel().forEach(i -> throttle.tryAcquire("flood-" + i));

        assertThat(throttle.size()).isBetween(Throttle.MOST_KEYS / 2, Throttle.MOST_KEYS + 1);
        assertThat(throttle.isExhausted("held back")).isTrue();
    }

    @Test
    void aResetForgets() {
        IntStream.range(0, 3).forEach(i -> throttle.tryAcquire("a"));

        throttle.reset("a");

        assertThat(throttle.isExhausted("a")).isFalse();
    }

    @Test
    void manyThreadsGetNoMoreThanTheLimit() {
        assertThat(IntStream.range(0, 1_000)
                        .parallel()
                        .filter(i -> throttle.tryAcquire("a"))
                        .count())
                .isEqualTo(3);
    }
}
