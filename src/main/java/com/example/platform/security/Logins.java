package com.example.platform.security;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Checks logins and holds back who guesses: an account or an address with too many wrong ones waits. Thread-safe. */
class Logins {

    private static final int STRIPES = 256;

    private final Credentials credentials;
    private final Throttle accounts;
    private final Throttle addresses;
    private final Pseudonyms pseudonyms;
    private final SecurityEvents events;
    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    Logins(
            Credentials credentials,
            Throttle accounts,
            Throttle addresses,
            Pseudonyms pseudonyms,
            SecurityEvents events) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.addresses = addresses;
        this.pseudonyms = pseudonyms;
        this.events = events;
    }

    /** How a login ended. */
    sealed interface Outcome {

        record Known(Credentials.Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        record Throttled(long retryAfterSeconds) implements Outcome {}
    }

    /** One at a time for an account, so that guesses sent all at once count one after another. */
    Outcome attempt(LoginRequest login, String address) {
        // as short as any other, whatever is sent, and nobody's address in a dump of the memory
        String account = pseudonyms.of(login.email().strip().toLowerCase(Locale.ROOT));
        ReentrantLock lock = locks[Math.floorMod(account.hashCode(), STRIPES)];
        lock.lock();
        try {
            if (accounts.isExhausted(account) || addresses.isExhausted(address)) {
                events.loginThrottled();
                return new Outcome.Throttled(retryAfter(account, address));
            }
            return verify(login, account, address);
        } finally {
            lock.unlock();
        }
    }

    private Outcome verify(LoginRequest login, String account, String address) {
        Optional<Credentials.Account> known = credentials.verify(login.email().strip(), login.password());
        if (known.isEmpty()) {
            accounts.tryAcquire(account);
            addresses.tryAcquire(address);
            events.loginFailed();
            return new Outcome.Wrong();
        }
        accounts.reset(account);
        events.loginSucceeded(pseudonyms.of(known.get().subject()));
        return new Outcome.Known(known.get());
    }

    private long retryAfter(String account, String address) {
        long forAddress = addresses.isExhausted(address) ? addresses.retryAfter(address) : 1;
        return Math.max(accounts.isExhausted(account) ? accounts.retryAfter(account) : 1, forAddress);
    }
}
