package com.example.platform.web;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Runs a call once for each key. Stub: the contract stands, the implementation follows. */
public class Idempotency {

    /**
     * Runs the operation unless the same call was answered in the last 24 hours; then that answer is given again.
     * A second call waits while the first is in flight. The operation receives the id that what it makes must have:
     * it is chosen with the key, so a call taken over from a dead process finds what that process had made.
     */
    public ResponseEntity<?> run(IdempotentCall call, Function<UUID, ResponseEntity<?>> operation) {
        return operation.apply(UUID.randomUUID());
    }
}
