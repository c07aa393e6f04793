package com.example.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintsTests {

    private final AtomicLong now = new AtomicLong(5);
    private final Complaints complaints = new Complaints(now::get);
    private final List<Long> heard = new ArrayList<>();

    @Test
    void letsOneThroughInAWhileAndSaysHowManyItSwallowed() {
        complain("pay");
        complain("pay");
        complain("pay");
        now.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        complain("pay");
        assertThat(heard).containsExactly(0L);

        now.addAndGet(1);
        complain("pay");
        assertThat(heard).containsExactly(0L, 3L);
    }

    @Test
    void keepsSubjectsApart() {
        complain("pay");
        complain("order");

        assertThat(heard).hasSize(2);
    }

    private void complain(String subject) {
        complaints.about(subject, Duration.ofSeconds(10), heard::add);
    }
}
