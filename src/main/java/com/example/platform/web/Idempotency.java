package com.example.platform.web;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs a call once for each key. Holds no connection while the operation runs or while it waits. Thread-safe. */
public class Idempotency {

    private final IdempotencyKeys keys;
    private final Fingerprints fingerprints;
    private final IdempotencyResults results;
    private final WebSettings.Idempotent times;

    Idempotency(
            IdempotencyKeys keys, Fingerprints fingerprints, IdempotencyResults results, WebSettings.Idempotent times) {
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.results = results;
        this.times = times;
    }

    /**
     * Runs the operation unless the same call was answered in the last 24 hours; then that answer is given again.
     * A second call waits while the first is in flight. The operation receives the id that what it makes must have:
     * it is chosen with the key, so a call taken over from a dead process finds what that process had made.
     *
     * <p>Answers 201, 202 and 402 are kept; any other answer frees the key. An exception that is not a refusal of the
     * request leaves open what was made: the next call with the key runs again under the same id.
     *
     * @throws IllegalStateException in a transaction, which would hold a connection for the time of the operation
     */
    public ResponseEntity<?> run(IdempotentCall call, Function<UUID, ResponseEntity<?>> operation) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An idempotent operation runs outside any transaction");
        }
        if (call.key() == null) {
            return operation.apply(UUID.randomUUID());
        }
        if (!Fingerprints.isValid(call.key())) {
            return Problems.response(ProblemKind.INVALID_KEY);
        }
        return new IdempotentAttempt(keys, fingerprints, results, call, operation).answer(times.longestWait());
    }
}
