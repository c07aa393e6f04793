package com.example.simulator.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.SmartLifecycle;

/**
 * Starts journeys at the set rate, however long they take, from the moment the shop answers until it is stopped. A stop
 * starts no more of them and waits a little for those under way.
 */
class Generator implements SmartLifecycle {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PREPARE_EVERY = Duration.ofSeconds(10);
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TrafficProperties properties;
    private final Mix mix;
    private final Journeys journeys;
    private final Customers customers;
    private final TrafficSignals signals;
    private final Tally tally;
    private final Semaphore free;
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private volatile @Nullable Thread pacer;

    Generator(
            TrafficProperties properties,
            Mix mix,
            Journeys journeys,
            Customers customers,
            TrafficSignals signals,
            Tally tally) {
        this.properties = properties;
        this.mix = mix;
        this.journeys = journeys;
        this.customers = customers;
        this.signals = signals;
        this.tally = tally;
        this.free = new Semaphore(properties.maxInFlight());
    }

    @Override
    public void start() {
        long report = properties.reportEvery().toMillis();
        timer.scheduleAtFixedRate(() -> report("traffic.counts", Map.of()), report, report, TimeUnit.MILLISECONDS);
        long every = PREPARE_EVERY.toMillis();
        timer.scheduleWithFixedDelay(this::completePool, every, every, TimeUnit.MILLISECONDS);
        Thread thread = Thread.ofPlatform().name("traffic").daemon().unstarted(this::generate);
        pacer = thread;
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return pacer != null;
    }

    @Override
    public void stop() {
        Thread running = pacer;
        pacer = null;
        timer.shutdownNow();
        if (running != null) {
            running.interrupt();
            boolean all = awaitVisitors();
            report(
                    "traffic.stopped",
                    Map.of("in_flight", all ? 0 : properties.maxInFlight() - free.availablePermits()));
        }
    }

    /** Takes every place and keeps them, so that no journey starts after this. */
    private boolean awaitVisitors() {
        try {
            return free.tryAcquire(
                    properties.maxInFlight(), properties.stopGrace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void generate() {
        try {
            awaitShop();
            pace();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitShop() throws InterruptedException {
        signals.info("traffic.waiting").log("Waiting for the shop");
        Duration pause = FIRST_PAUSE;
        journeys.run(JourneyName.PREPARE);
        while (isRunning() && !customers.anyRegistered()) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            journeys.run(JourneyName.PREPARE);
        }
        signals.info("traffic.started").addKeyValue("rate", properties.rate()).log("Shop answers, journeys start");
    }

    private void completePool() {
        if (customers.anyRegistered() && !customers.allRegistered()) {
            journeys.run(JourneyName.PREPARE);
        }
    }

    private void pace() throws InterruptedException {
        long interval = Math.round(TimeUnit.SECONDS.toNanos(1) / properties.rate());
        long next = System.nanoTime();
        while (isRunning()) {
            launch();
            next += interval;
            long ahead = next - System.nanoTime();
            if (ahead > 0) {
                TimeUnit.NANOSECONDS.sleep(ahead);
            } else if (ahead < -LATE_NANOS) {
                // the machine slept: what was missed then would come now as a burst
                next = System.nanoTime();
            }
        }
    }

    private void launch() {
        if (!free.tryAcquire()) {
            signals.skipped();
            return;
        }
        signals.started();
        visitors.execute(() -> {
            try {
                JourneyName name = mix.next();
                signals.ended(name, journeys.run(name));
            } finally {
                free.release();
            }
        });
    }

    private void report(String event, Map<String, Object> more) {
        Map<String, Object> facts = new TreeMap<>(tally.counts());
        facts.putAll(more);
        LoggingEventBuilder line = signals.info(event);
        facts.forEach(line::addKeyValue);
        line.log("Journeys since the start");
    }
}
