package com.example.simulator.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries put last, by key and in the order of their first put; not thread-safe. */
class Newest<V> extends LinkedHashMap<String, V> {

    private final transient int capacity;

    Newest(int capacity) {
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > capacity;
    }
}
