package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.testing.EmbeddedPostgresConfiguration;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

@SpringBootTest(
        properties = {
            "platform.web.idempotency.wait=2s",
            "spring.datasource.hikari.maximum-pool-size=3",
            "spring.flyway.locations=classpath:db/migration/web"
        })
@AutoConfigureMetrics
@Import(EmbeddedPostgresConfiguration.class)
class IdempotencyIntegrationTests {

    private final String subject = UUID.randomUUID().toString();
    private final AtomicInteger runs = new AtomicInteger();

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private IdempotencyPurge purge;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry registry;

    @Test
    void thirtyCallsAtATimeRunOnceAndGetTheSameBytes() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        List<Future<ResponseEntity<?>>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(30)) {
            for (int i = 0; i < 30; i++) {
                answers.add(callers.submit(() -> {
                    started.await();
                    return idempotency.run(call("k", "same"), this::slowlyCreated);
                }));
            }
            started.countDown();
        }

        Set<String> bodies = new HashSet<>();
        for (Future<ResponseEntity<?>> answer : answers) {
            assertThat(answer.get().getStatusCode()).isEqualTo(HttpStatus.CREATED);
            assertThat(answer.get().getHeaders().getLocation()).isEqualTo(URI.create("/things/1"));
            assertThat(answer.get().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
            bodies.add(text(answer.get()));
        }
        assertThat(runs).hasValue(1);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void noConnectionIsHeldWhileTheOperationRuns() throws Exception {
        ConcurrentLinkedQueue<Integer> active = new ConcurrentLinkedQueue<>();
        idempotency.run(call("k", "x"), reference -> {
            active.add(activeConnections());
            return created(reference);
        });

        assertThat(active).containsExactly(0);
    }

    @Test
    void anAnswerIsGivenAgainByteForByte() {
        ResponseEntity<?> first = idempotency.run(call("k", Map.of("b", 1, "a", 2)), this::created);
        ResponseEntity<?> again = idempotency.run(call("k", Map.of("a", 2, "b", 1)), this::created);

        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.getHeaders().toSingleValueMap())
                .isEqualTo(first.getHeaders().toSingleValueMap());
        assertThat(runs).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherContentIsRefused() {
        idempotency.run(call("k", "one"), this::created);

        ResponseEntity<?> other = idempotency.run(call("k", "two"), this::created);

        assertThat(other.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(other.getBody().toString()).contains("urn:problem:idempotency-key-reused");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aKeyBelongsToItsSubjectAndOperation() {
        idempotency.run(call("k", "one"), this::created);
        idempotency.run(new IdempotentCall("someone else", "thing.make", "k", "two"), this::created);
        idempotency.run(new IdempotentCall(subject, "thing.unmake", "k", "three"), this::created);

        assertThat(runs).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 402})
    void theseStatusesAreKept(int status) {
        idempotency.run(call("k", "x"), reference -> answered(status));
        ResponseEntity<?> again = idempotency.run(call("k", "x"), reference -> answered(500));

        assertThat(again.getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 409, 429, 500, 503})
    void theseStatusesFreeTheKeyEvenForAnotherContent(int status) {
        List<UUID> references = new ArrayList<>();
        ResponseEntity<?> first = idempotency.run(call("k", "x"), reference -> {
            references.add(reference);
            return answered(status);
        });
        ResponseEntity<?> again = idempotency.run(call("k", "y"), reference -> {
            references.add(reference);
            return created(reference);
        });

        assertThat(first.getStatusCode().value()).isEqualTo(status);
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(references).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void afterAnExceptionTheNextCallRunsUnderTheSameReference() {
        List<UUID> references = new ArrayList<>();
        assertThatThrownBy(() -> idempotency.run(call("k", "x"), reference -> {
                    references.add(reference);
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        idempotency.run(call("k", "x"), reference -> {
            references.add(reference);
            return created(reference);
        });

        assertThat(references).hasSize(2).containsOnly(references.getFirst());
    }

    @Test
    void aRefusalByExceptionFreesTheKey() {
        assertThatThrownBy(() -> idempotency.run(call("k", "x"), reference -> {
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
                }))
                .isInstanceOf(ResponseStatusException.class);

        assertThat(idempotency.run(call("k", "y"), this::created).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void whoeverWaitedForACallThatWasNotKeptRunsItself() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            Future<ResponseEntity<?>> first = callers.submit(() -> idempotency.run(call("k", "x"), reference -> {
                running.countDown();
                await(finish);
                return answered(503);
            }));
            running.await();
            Future<ResponseEntity<?>> second = callers.submit(() -> idempotency.run(call("k", "x"), this::created));
            finish.countDown();

            assertThat(first.get().getStatusCode().value()).isEqualTo(503);
            assertThat(second.get().getStatusCode().value()).isEqualTo(201);
        }
    }

    @Test
    void aCallWhoseLeaseHasEndedIsTakenOverWithItsReference() {
        UUID reference = abandoned("k", "x", "- interval '1 second'");
        List<UUID> references = new ArrayList<>();

        ResponseEntity<?> answer = idempotency.run(call("k", "x"), taken -> {
            references.add(taken);
            return created(taken);
        });

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(references).containsExactly(reference);
        assertThat(registry.get("idempotency.calls")
                        .tag("result", "taken_over")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aCallThatLostItsLeaseAnswersWhatTheOtherAnswered() {
        ResponseEntity<?> slow = idempotency.run(call("k", "x"), reference -> {
            jdbc.sql("UPDATE idempotency_keys SET lease_until = now() - interval '1 s' WHERE subject = ?")
                    .param(subject)
                    .update();
            idempotency.run(call("k", "x"), taken -> ResponseEntity.status(201).body("theirs"));
            return ResponseEntity.status(201).body("mine");
        });

        assertThat(text(slow)).isEqualTo("\"theirs\"");
    }

    @Test
    void waitingEndsWithARequestToTryAgain() {
        abandoned("k", "x", "+ interval '1 hour'");

        ResponseEntity<?> answer = idempotency.run(call("k", "x"), this::created);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(runs).hasValue(0);
    }

    @Test
    void anExpiredKeyIsNewAgainWithAnotherReference() {
        List<UUID> references = new ArrayList<>();
        idempotency.run(call("k", "x"), reference -> remember(references, reference));
        jdbc.sql(
                        "UPDATE idempotency_keys SET expires_at = now() - interval '1 s', lease_until = now() - interval '1 s'")
                .update();
        idempotency.run(call("k", "another content"), reference -> remember(references, reference));

        assertThat(references).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void expiredKeysArePurgedAndOthersStay() {
        idempotency.run(call("old", "x"), this::created);
        jdbc.sql(
                        "UPDATE idempotency_keys SET expires_at = now() - interval '1 s', lease_until = now() - interval '1 s'")
                .update();
        idempotency.run(call("new", "x"), this::created);

        purge.run();

        assertThat(jdbc.sql("SELECT count(*) FROM idempotency_keys WHERE subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "umlaut\u00e4", "tab\t", "\u0007"})
    void aKeyThatIsNotVisibleAsciiIsRefused(String key) {
        assertThat(idempotency.run(call(key, "x"), this::created).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(runs).hasValue(0);
    }

    @Test
    void theLengthOfAKeyIsLimited() {
        assertThat(idempotency.run(call("k".repeat(255), "x"), this::created).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(idempotency.run(call("k".repeat(256), "x"), this::created).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void withoutAKeyEveryCallRunsWithAReferenceOfItsOwn() {
        List<UUID> references = new ArrayList<>();
        idempotency.run(call(null, "x"), reference -> remember(references, reference));
        idempotency.run(call(null, "x"), reference -> remember(references, reference));

        assertThat(references).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMeterThatFailsReachesNobody() {
        AtomicBoolean failing = new AtomicBoolean(true);
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (failing.get() && id.getName().startsWith("idempotency")) {
                    throw new IllegalStateException("no meter for this");
                }
                return id;
            }
        });
        try {
            assertThat(idempotency.run(call("k", "x"), this::created).getStatusCode())
                    .isEqualTo(HttpStatus.CREATED);
        } finally {
            failing.set(false);
        }
    }

    @Test
    void theKeyItselfIsNotStored() {
        idempotency.run(call("4111111111111111", "4111111111111111"), this::created);

        assertThat(jdbc.sql("SELECT k::text FROM idempotency_keys k WHERE subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single())
                .doesNotContain("4111111111111111");
    }

    @Test
    void aTransactionAroundTheCallIsABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.execute(status -> idempotency.run(call("k", "x"), this::created)));
    }

    private int activeConnections() {
        try {
            return pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
        } catch (SQLException unwrapped) {
            throw new IllegalStateException(unwrapped);
        }
    }

    private IdempotentCall call(String key, Object content) {
        return new IdempotentCall(subject, "thing.make", key, content);
    }

    private ResponseEntity<?> created(UUID reference) {
        runs.incrementAndGet();
        return ResponseEntity.created(URI.create("/things/1")).body(Map.of("id", reference));
    }

    private ResponseEntity<?> slowlyCreated(UUID reference) {
        await(new CountDownLatch(1));
        return created(reference);
    }

    private ResponseEntity<?> remember(List<UUID> references, UUID reference) {
        references.add(reference);
        return created(reference);
    }

    private static ResponseEntity<?> answered(int status) {
        return ResponseEntity.status(status).body(Map.of("status", status));
    }

    private UUID abandoned(String key, String content, String lease) {
        UUID reference = UUID.randomUUID();
        Fingerprints fingerprints = new Fingerprints(tools.jackson.databind.json.JsonMapper.shared());
        IdempotentCall call = call(key, content);
        jdbc.sql("""
                        INSERT INTO idempotency_keys (subject, operation, key_hash, content_hash, reference, owner, lease_until,
                               created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, now() %s, now(), now() + interval '1 day')""".formatted(lease))
                .params(subject, "thing.make", fingerprints.key(call).hash(), fingerprints.content(call))
                .params(reference, UUID.randomUUID())
                .update();
        return reference;
    }

    private static String text(ResponseEntity<?> response) {
        return new String((byte[]) response.getBody(), StandardCharsets.UTF_8);
    }

    /** Up to 300 ms: long enough for the others to have to wait. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                ServletWebSecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    static class Application {}
}
