package com.example.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ids that exist; the newest of them are the most interesting. Thread-safe. */
final class Pool {

    private static final int NEWEST = 8;

    private final List<String> ids = new ArrayList<>();

    synchronized void add(String id) {
        if (!id.isEmpty()) {
            ids.add(id);
        }
    }

    /** One of the newest as often as one of all. */
    synchronized String any(Random random) {
        int newest = Math.min(NEWEST, ids.size());
        int back = random.nextBoolean() ? random.nextInt(newest) : random.nextInt(ids.size());
        return ids.get(ids.size() - 1 - back);
    }

    synchronized int size() {
        return ids.size();
    }
}
