package com.example.platform.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys and their answers in the database, one short statement at a time. Times are the database's, so that all
 * replicas agree on when a lease ends.
 */
class IdempotencyKeys {

    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WebSettings.Idempotent times;

    IdempotencyKeys(JdbcClient jdbc, JsonMapper json, WebSettings.Idempotent times) {
        this.jdbc = jdbc;
        this.json = json;
        this.times = times;
    }

    /** Takes the key if nobody has it or what it had has expired. */
    Optional<UUID> claim(IdempotentKey key, byte[] content, UUID owner) {
        return jdbc.sql("""
                        INSERT INTO idempotency_keys AS k
                               (subject, operation, key_hash, content_hash, reference, owner, lease_until, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 ms', clock_timestamp(),
                                clock_timestamp() + ? * interval '1 ms')
                        ON CONFLICT (subject, operation, key_hash) DO UPDATE
                           SET content_hash = excluded.content_hash, reference = excluded.reference,
                               owner = excluded.owner, lease_until = excluded.lease_until,
                               created_at = excluded.created_at, expires_at = excluded.expires_at,
                               status = NULL, headers = NULL, body = NULL
                         WHERE k.expires_at <= clock_timestamp()
                           AND (k.status IS NOT NULL OR k.lease_until <= clock_timestamp())
                        RETURNING reference""")
                .params(key.subject(), key.operation(), key.hash(), content, UUID.randomUUID(), owner)
                .params(millis(times.lease()), millis(times.retention()))
                .query(UUID.class)
                .optional();
    }

    /** Empty when nobody has the key. */
    Optional<KeyState> find(IdempotentKey key, byte[] content) {
        return jdbc.sql("""
                        SELECT content_hash, status, headers, body, lease_until <= clock_timestamp() AS abandoned
                          FROM idempotency_keys
                         WHERE subject = ? AND operation = ? AND key_hash = ? AND expires_at > clock_timestamp()""")
                .params(key.subject(), key.operation(), key.hash())
                .query((row, number) -> state(row, content))
                .optional();
    }

    /** Takes the key from an owner whose lease has ended, with the reference that owner had. */
    Optional<UUID> takeOver(IdempotentKey key, byte[] content, UUID owner) {
        return jdbc.sql("""
                        UPDATE idempotency_keys
                           SET owner = ?, lease_until = clock_timestamp() + ? * interval '1 ms'
                         WHERE subject = ? AND operation = ? AND key_hash = ? AND content_hash = ?
                           AND status IS NULL AND lease_until <= clock_timestamp()
                        RETURNING reference""")
                .params(owner, millis(times.lease()))
                .params(key.subject(), key.operation(), key.hash(), content)
                .query(UUID.class)
                .optional();
    }

    /** Keeps the answer; false when another has taken the key over in the meantime. */
    boolean complete(IdempotentKey key, UUID owner, Answer answer) {
        return jdbc.sql("""
                        UPDATE idempotency_keys SET status = ?, headers = CAST(? AS jsonb), body = ?
                         WHERE subject = ? AND operation = ? AND key_hash = ? AND owner = ? AND status IS NULL""")
                        .params(answer.status(), json.writeValueAsString(answer.headers()), answer.body())
                        .params(key.subject(), key.operation(), key.hash(), owner)
                        .update()
                == 1;
    }

    /** Forgets the call, so that the next one with the key starts anew. */
    void delete(IdempotentKey key, UUID owner) {
        jdbc.sql("""
                        DELETE FROM idempotency_keys
                         WHERE subject = ? AND operation = ? AND key_hash = ? AND owner = ? AND status IS NULL""").params(key.subject(), key.operation(), key.hash(), owner).update();
    }

    /** Ends the lease but keeps the reference, so that the next call finds what this one may have made. */
    void release(IdempotentKey key, UUID owner) {
        jdbc.sql("""
                        UPDATE idempotency_keys SET lease_until = clock_timestamp()
                         WHERE subject = ? AND operation = ? AND key_hash = ? AND owner = ? AND status IS NULL""").params(key.subject(), key.operation(), key.hash(), owner).update();
    }

    /** Deletes what has expired; replicas that do so at the same time pass each other by. */
    int purge(int most) {
        return jdbc.sql("""
                        DELETE FROM idempotency_keys WHERE (subject, operation, key_hash) IN (
                          SELECT subject, operation, key_hash FROM idempotency_keys
                           WHERE expires_at <= clock_timestamp() AND lease_until <= clock_timestamp()
                           LIMIT ? FOR UPDATE SKIP LOCKED)""").params(most).update();
    }

    private KeyState state(ResultSet row, byte[] content) throws SQLException {
        if (!Arrays.equals(row.getBytes("content_hash"), content)) {
            return new KeyState.Reused();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new KeyState.InFlight(row.getBoolean("abandoned"));
        }
        return new KeyState.Answered(
                new Answer(status, json.readValue(row.getString("headers"), HEADERS), row.getBytes("body")));
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
