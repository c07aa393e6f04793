package com.example.simulator.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login who calls the shop: logs in when needed, a minute before the token expires, and again when the
 * shop no longer knows the token. Thread-safe.
 */
class Customer {

    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final boolean invented;
    private volatile @Nullable Identity identity;
    private @Nullable String token;
    private Instant renewal = Instant.MIN;

    private Customer(Clock clock, @Nullable Identity identity) {
        this.clock = clock;
        this.invented = identity == null;
        this.identity = identity;
    }

    /** Somebody who registers, and does so anew when the shop has lost them. */
    static Customer invented(Clock clock) {
        return new Customer(clock, null);
    }

    /** Somebody whom the shop has to know. */
    static Customer known(Clock clock, Identity identity) {
        return new Customer(clock, identity);
    }

    boolean registered() {
        return identity != null;
    }

    /** Calls the shop as this customer and expects this status; any other ends the journey. */
    Answer expect(int status, Visit visit, Step step, ShopCall call) {
        return visit.require(status, step, call(status, visit, step, call));
    }

    Answer call(int wanted, Visit visit, Step step, ShopCall call) {
        String used = token(visit);
        Answer answer = visit.call(step, call.as(used), status -> status == wanted);
        if (answer.status() != 401) {
            return answer;
        }
        forget(used);
        return visit.call(step, call.as(token(visit)), status -> status == wanted);
    }

    String token(Visit visit) {
        lock.lock();
        try {
            if (token == null || !clock.instant().isBefore(renewal)) {
                return logIn(visit);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private String logIn(Visit visit) {
        Identity known = identity == null ? register(visit) : identity;
        Answer answer = visit.call(Step.LOG_IN, ShopCall.logIn(known), status -> status == 200);
        if (answer.status() == 401 && invented) {
            identity = null;
            known = register(visit);
            answer = visit.call(Step.LOG_IN, ShopCall.logIn(known), status -> status == 200);
        }
        visit.require(200, Step.LOG_IN, answer);
        String fresh = visit.text(Step.LOG_IN, answer, "/access_token");
        Duration lifetime = Duration.ofSeconds(answer.body().at("/expires_in").asLong(0));
        renewal = clock.instant().plus(lifetime).minus(BEFORE_EXPIRY);
        token = fresh;
        return fresh;
    }

    private Identity register(Visit visit) {
        Identity fresh = Identity.invented();
        visit.expect(201, Step.REGISTER, ShopCall.register(fresh));
        identity = fresh;
        return fresh;
    }

    private void forget(String refused) {
        lock.lock();
        try {
            token = refused.equals(token) ? null : token;
        } finally {
            lock.unlock();
        }
    }
}
