package com.example.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Counts who was here in the last five minutes, over all replicas: each writes whom it saw to a shared table every 15
 * seconds and reads the count back, so that a scrape asks no database. Thread-safe.
 */
class ActiveUsers {

    /** More than this between two flushes are not counted. */
    private static final int MOST = 10_000;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicLong active = new AtomicLong();
    private final JdbcClient jdbc;

    ActiveUsers(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        SecurityMeters.USERS_ACTIVE.gauge(registry, active, AtomicLong::get);
    }

    void seen(String pseudonym) {
        if (seen.size() < MOST) {
            seen.add(pseudonym);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void flush() {
        String[] batch = seen.stream().sorted().toArray(String[]::new);
        if (batch.length > 0) {
            write(batch);
            Set.of(batch).forEach(seen::remove);
        }
        jdbc.sql("DELETE FROM active_users WHERE last_seen < now() - interval '1 hour'")
                .update();
        active.set(jdbc.sql("SELECT count(*) FROM active_users WHERE last_seen > now() - interval '5 minutes'")
                .query(Long.class)
                .single());
    }

    /** Sorted, so that two replicas cannot lock each other's rows crosswise. */
    private void write(String[] batch) {
        jdbc.sql("""
                        INSERT INTO active_users (pseudonym, last_seen)
                        SELECT pseudonym, now() FROM unnest(CAST(? AS text[])) AS pseudonym ORDER BY pseudonym
                        ON CONFLICT (pseudonym) DO UPDATE SET last_seen = excluded.last_seen""").param(batch).update();
    }
}
