package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HandlersTests {

    private static final int PLACES = 3;

    @Test
    void noMoreThanItsPlacesAtATimeAndEveryoneInTheEnd() throws Exception {
        int tasks = 20_000;
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(tasks);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService callers = Executors.newFixedThreadPool(4)) {
            Executor handlers = new Handlers(PLACES, threads);
            for (int i = 0; i < tasks; i++) {
                callers.execute(() -> handlers.execute(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                    done.countDown();
                }));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> done.getCount() == 0);
        }

        assertThat(most.get()).isEqualTo(PLACES);
    }

    @Test
    void inTheOrderInWhichTheyCame() {
        List<Runnable> begun = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        Executor handlers = new Handlers(1, begun::add);

        for (int i = 0; i < 3; i++) {
            int number = i;
            handlers.execute(() -> order.add(number));
        }
        assertThat(begun).hasSize(1);
        for (int i = 0; i < 3; i++) {
            begun.get(i).run();
        }

        assertThat(order).containsExactly(0, 1, 2);
    }

    @Test
    void aTaskThatFailsGivesItsPlaceBack() {
        List<Runnable> begun = new ArrayList<>();
        Executor handlers = new Handlers(1, begun::add);
        handlers.execute(() -> {
            throw new IllegalStateException("zz");
        });
        handlers.execute(() -> {});

        assertThatThrownBy(begun.getFirst()::run).hasMessage("zz");

        assertThat(begun).hasSize(2);
    }

    @Test
    void whatNoThreadTakesKeepsNoPlace() {
        List<Runnable> begun = new ArrayList<>();
        AtomicInteger refusals = new AtomicInteger(1);
        Executor handlers = new Handlers(1, task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException("no");
            }
            begun.add(task);
        });

        assertThatThrownBy(() -> handlers.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        handlers.execute(() -> {});

        assertThat(begun).hasSize(1);
    }
}
