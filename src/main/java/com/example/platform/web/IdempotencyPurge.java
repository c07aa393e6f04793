package com.example.platform.web;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes expired keys every ten minutes; any number of replicas may do so at the same time. */
class IdempotencyPurge {

    private static final int BATCH = 1_000;

    private final IdempotencyKeys keys;

    IdempotencyPurge(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void run() {
        int purged;
        do {
            purged = keys.purge(BATCH);
        } while (purged == BATCH);
    }
}
