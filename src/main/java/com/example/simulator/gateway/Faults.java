package com.example.simulator.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** The faults that are switched on now, at most one of each name. Thread-safe. */
class Faults {

    /** A request that hangs notices the end time of the fault within this time, healing at once. */
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Clock clock;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition healed = lock.newCondition();
    private final Map<FaultName, Fault> faults = new EnumMap<>(FaultName.class);

    Faults(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    void start(Fault fault) {
        lock.lock();
        try {
            faults.put(fault.name(), fault);
        } finally {
            lock.unlock();
        }
    }

    /** Switches a fault off; true if it was on. */
    boolean heal(FaultName name) {
        lock.lock();
        try {
            Fault was = faults.remove(name);
            healed.signalAll();
            return was != null && was.activeAt(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    void healAll() {
        List.of(FaultName.values()).forEach(this::heal);
    }

    /** Lets hanging requests go, so that a stop does not wait for them. */
    @EventListener
    void on(ContextClosedEvent closed) {
        healAll();
    }

    Optional<Fault> active(FaultName name) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return Optional.ofNullable(faults.get(name)).filter(fault -> fault.activeAt(now));
        } finally {
            lock.unlock();
        }
    }

    List<Fault> active() {
        return List.of(FaultName.values()).stream()
                .flatMap(name -> active(name).stream())
                .toList();
    }

    /** Rolls the dice: whether the fault is on and strikes this request. */
    boolean strikes(FaultName name) {
        return active(name)
                .filter(fault -> random.nextInt(100) < fault.percentage())
                .isPresent();
    }

    /** How late this answer has to be; rolls the dice. */
    Duration delay() {
        return active(FaultName.LATENCY)
                .filter(fault -> random.nextInt(100) < fault.percentage())
                .map(fault -> fault.delay().next(random))
                .orElse(Duration.ZERO);
    }

    /** Waits until nothing hangs any more, at most for the time given. */
    void awaitHealing(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (active(FaultName.HANG).isPresent() && System.nanoTime() < deadline) {
                healed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
