package com.example.simulator.traffic;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The pool of customers. Thread-safe. */
class Customers {

    private final List<Customer> pool;
    private final Clock clock;
    private final RandomGenerator random;

    Customers(int size, Clock clock, RandomGenerator random) {
        this.pool = Stream.generate(() -> Customer.invented(clock)).limit(size).toList();
        this.clock = clock;
        this.random = random;
    }

    /** Somebody at random, of those registered as long as there are any. */
    Customer any() {
        List<Customer> registered = pool.stream().filter(Customer::registered).toList();
        List<Customer> choice = registered.isEmpty() ? pool : registered;
        return choice.get(random.nextInt(choice.size()));
    }

    /** Somebody whom the shop does not know yet, and who is not of the pool. */
    Customer stranger() {
        return Customer.invented(clock);
    }

    /** Registers and logs in who is not registered yet, until the first whom the shop refuses: a journey's end. */
    void register(Visit visit) {
        pool.stream().filter(customer -> !customer.registered()).forEach(customer -> customer.token(visit));
    }

    boolean anyRegistered() {
        return pool.stream().anyMatch(Customer::registered);
    }

    boolean allRegistered() {
        return pool.stream().allMatch(Customer::registered);
    }
}
