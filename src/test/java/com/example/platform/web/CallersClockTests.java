package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallersClockTests {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final CallersClock clock = new CallersClock(nanos::get, Duration.ofMillis(300));

    @Test
    void itGoesAsTimeGoes() {
        long began = clock.now();
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMillis(100));
        }
        assertThat(clock.now() - began).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void timeInWhichTheProcessStoodStillIsNotTheCallers() {
        long began = clock.now();
        pass(Duration.ofSeconds(5));
        pass(Duration.ofMillis(100));
        assertThat(clock.now() - began).isEqualTo(Duration.ofMillis(400).toNanos());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.tick();
    }
}
