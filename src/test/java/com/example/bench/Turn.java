package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What one shop does while all have their turn: a lead-in that wakes up what slept, requests at a steady rate, and a round in
 * slices, between which the others have theirs. A machine whose speed changes within seconds changes for all of them.
 */
final class Turn {

    /**
     * Requests of a slice. Where each leaves as many spans as the others, these fill whole batches, of 1,024 and of the 512
     * that the agent sends, and a slice pays for the spans that it leaves. Of one trace in ten up to two thirds of the spans
     * leave while others have their slices, some 0.2 % of the cost.
     */
    static final int SLICE = 1_024;

    /** In which the last batch leaves. */
    private static final Duration TAIL = Duration.ofMillis(50);

    private final BenchShop shop;

    private final Requests requests;

    private final BenchShop.Leavings before;

    private final List<Round> slices = new ArrayList<>();

    private OpenLoop.Result waits = new OpenLoop.Result(List.of(), 0);

    private long sent;

    private long allocated;

    private Duration compiling = Duration.ZERO;

    /** Of so many requests at the least as its parts will need. */
    Turn(BenchShop shop, Requests requests) {
        this.shop = shop;
        this.requests = requests;
        before = shop.leavings();
    }

    BenchShop shop() {
        return shop;
    }

    void leadIn(int number) {
        Journey.load(shop, number, requests.after(sent)).run();
        sent += number;
    }

    void steady(int perSecond, Duration length) {
        waits = new OpenLoop(shop.port(), perSecond, length, requests.after(sent)).run();
        sent += OpenLoop.number(perSecond, length);
    }

    void slice() {
        Load load = Journey.load(shop, SLICE, requests.after(sent));
        long allocatedSoFar = shop.allocated();
        Duration compiledSoFar = shop.compiling();
        slices.add(Round.of(shop.id(), () -> {
            Load.Result result = load.run();
            LockSupport.parkNanos(TAIL.toNanos());
            return result;
        }));
        compiling = compiling.plus(shop.compiling().minus(compiledSoFar));
        allocated += shop.allocated() - allocatedSoFar;
        sent += SLICE;
    }

    /** When nothing more arrives of what it left. */
    Cost cost() {
        shop.settle();
        return new Cost(Round.sum(slices), sent, allocated, shop.leavings().since(before), compiling, waits);
    }
}
