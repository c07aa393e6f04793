package com.example.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts per key and per window, which opens with the first count. Memory is bounded: past 100,000 keys those that were
 * least used are forgotten, but not for others that came once those that are held back. Thread-safe.
 */
public final class Throttle {

    static final long MOST_KEYS = 100_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Count> counts;

    /** Those at their limit, apart: a flood of keys that come once makes no room here. */
    private final Cache<String, Count> held;

    public Throttle(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.counts = bounded(window);
        this.held = bounded(window);
    }

    private static Cache<String, Count> bounded(Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(window)
                .build();
    }

    private record Count(int value, Instant end) {}

    /** Counts one; false when that is more than the limit. */
    public boolean tryAcquire(String key) {
        Instant now = clock.instant();
        Count count = counts.asMap().compute(key, (same, before) -> next(before == null ? held(same) : before, now));
        if (count.value() >= limit) {
            held.put(key, count);
        }
        return count.value() <= limit;
    }

    private Count next(@Nullable Count before, Instant now) {
        return before == null || !now.isBefore(before.end())
                ? new Count(1, now.plus(window))
                : new Count(Math.min(before.value() + 1, limit + 1), before.end());
    }

    private @Nullable Count held(String key) {
        return held.getIfPresent(key);
    }

    /** Whether the limit is reached, without counting. */
    public boolean isExhausted(String key) {
        Count count = current(key);
        return count != null && count.value() >= limit;
    }

    public void reset(String key) {
        counts.invalidate(key);
        held.invalidate(key);
    }

    /** Seconds until the key counts anew, at least 1. */
    public long retryAfter(String key) {
        Count count = current(key);
        if (count == null) {
            return 1;
        }
        Duration left = Duration.between(clock.instant(), count.end());
        return Math.max(1, left.plusMillis(999).toSeconds());
    }

    /** Keys that are remembered. */
    long size() {
        counts.cleanUp();
        held.cleanUp();
        return counts.estimatedSize() + held.estimatedSize();
    }

    private @Nullable Count current(String key) {
        Count counted = counts.getIfPresent(key);
        Count count = counted == null ? held(key) : counted;
        return count != null && clock.instant().isBefore(count.end()) ? count : null;
    }
}
