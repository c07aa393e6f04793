package com.example.platform.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;

/** One call with a key, from the claim of the key to its answer. For one thread. */
class IdempotentAttempt {

    private static final Set<Integer> KEPT = Set.of(201, 202, 402);

    private final IdempotencyKeys keys;
    private final Fingerprints fingerprints;
    private final IdempotencyResults results;
    private final Function<UUID, ResponseEntity<?>> operation;
    private final IdempotentKey key;
    private final byte[] content;
    private final UUID owner = UUID.randomUUID();

    IdempotentAttempt(
            IdempotencyKeys keys,
            Fingerprints fingerprints,
            IdempotencyResults results,
            IdempotentCall call,
            Function<UUID, ResponseEntity<?>> operation) {
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.results = results;
        this.operation = operation;
        this.key = fingerprints.key(call);
        this.content = fingerprints.content(call);
    }

    ResponseEntity<?> answer(Duration wait) {
        Patience patience = new Patience(wait);
        KeyState state = claim().orElseGet(this::look);
        while (state instanceof KeyState.InFlight && patience.pause()) {
            state = look();
        }
        return answer(state, patience.used());
    }

    private ResponseEntity<?> answer(KeyState state, boolean waited) {
        return switch (state) {
            case KeyState.Owned owned -> {
                results.count(owned.takenOver() ? "taken_over" : "first");
                yield run(owned.reference());
            }
            case KeyState.Answered answered -> {
                results.count(waited ? "waited" : "replayed");
                yield answered.answer().toResponse();
            }
            case KeyState.Reused reused -> {
                results.count("conflict");
                yield Problems.response(ProblemKind.KEY_REUSED);
            }
            case KeyState.InFlight inFlight -> {
                results.count("timeout");
                yield stillRunning();
            }
        };
    }

    private KeyState look() {
        return keys.find(key, content)
                .map(state -> state instanceof KeyState.InFlight running ? takeOver(running) : state)
                .or(this::claim)
                .orElseGet(() -> new KeyState.InFlight(false));
    }

    private Optional<KeyState> claim() {
        return keys.claim(key, content, owner).map(reference -> new KeyState.Owned(reference, false));
    }

    private KeyState takeOver(KeyState.InFlight running) {
        if (!running.abandoned()) {
            return running;
        }
        return keys.takeOver(key, content, owner)
                .<KeyState>map(reference -> new KeyState.Owned(reference, true))
                .orElse(running);
    }

    private ResponseEntity<?> run(UUID reference) {
        ResponseEntity<?> response;
        try {
            response = operation.apply(reference);
        } catch (RuntimeException failure) {
            giveUp(failure);
            throw failure;
        }
        if (KEPT.contains(response.getStatusCode().value())) {
            return keep(fingerprints.answer(response));
        }
        keys.delete(key, owner);
        return response;
    }

    private ResponseEntity<?> keep(Answer answer) {
        if (keys.complete(key, owner, answer)) {
            return answer.toResponse();
        }
        // too slow: whoever took over may have answered already, and all callers must hear the same
        KeyState state = keys.find(key, content).orElse(null);
        return (state instanceof KeyState.Answered theirs ? theirs.answer() : answer).toResponse();
    }

    /** A failure that is no refusal leaves open what was made, so the reference stays with the key. */
    private void giveUp(RuntimeException failure) {
        boolean refusal = failure instanceof ErrorResponse refused
                && refused.getStatusCode().is4xxClientError();
        try {
            if (refusal) {
                keys.delete(key, owner);
            } else {
                keys.release(key, owner);
            }
        } catch (RuntimeException unreachable) {
            // the lease ends by itself
            failure.addSuppressed(unreachable);
        }
    }

    private static ResponseEntity<?> stillRunning() {
        ProblemKind kind = ProblemKind.STILL_RUNNING;
        ResponseEntity<?> plain = Problems.response(kind);
        return ResponseEntity.status(kind.status())
                .headers(plain.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(plain.getBody());
    }
}
