package com.example.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts per key and per window, which opens with the first count. Memory is bounded: past 100,000 keys those that were
 * least used are forgotten. Thread-safe.
 */
public final class Throttle {

    private static final long MOST_KEYS = 100_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Count> counts;

    public Throttle(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(window)
                .build();
    }

    private record Count(int value, Instant end) {}

    /** Counts one; false when that is more than the limit. */
    public boolean tryAcquire(String key) {
        Instant now = clock.instant();
        Count count = counts.asMap()
                .compute(
                        key,
                        (same, before) -> before == null || !now.isBefore(before.end())
                                ? new Count(1, now.plus(window))
                                : new Count(Math.min(before.value() + 1, limit + 1), before.end()));
        return count.value() <= limit;
    }

    /** Whether the limit is reached, without counting. */
    public boolean isExhausted(String key) {
        Count count = current(key);
        return count != null && count.value() >= limit;
    }

    public void reset(String key) {
        counts.invalidate(key);
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

    private @Nullable Count current(String key) {
        Count count = counts.getIfPresent(key);
        return count != null && clock.instant().isBefore(count.end()) ? count : null;
    }
}
