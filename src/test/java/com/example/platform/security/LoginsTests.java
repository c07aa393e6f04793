package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.platform.security.Logins.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginsTests {

    private final SecurityTestApplication.Accounts credentials = new SecurityTestApplication.Accounts();

    private final Logins logins = new Logins(
            credentials,
            new Throttle(5, Duration.ofMinutes(5), Clock.systemUTC()),
            new Throttle(8, Duration.ofMinutes(5), Clock.systemUTC()),
            new Pseudonyms(new byte[32]),
            new SecurityEvents(new SimpleMeterRegistry()));

    @Test
    void guessesSentAllAtOnceGetNoFurtherThanOneAfterAnother() {
        IntStream.range(0, 100).parallel().forEach(i -> attempt("customer@example.com", "wrong " + i, "10.0.0.1"));

        assertThat(credentials.asked).hasValue(5);
        assertThat(attempt("customer@example.com", "right", "10.0.0.2")).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void anAddressThatTriesManyAccountsIsThrottledAndOthersAreNot() {
        IntStream.range(0, 8).forEach(i -> attempt("nobody" + i + "@example.com", "wrong", "10.0.0.1"));

        assertThat(attempt("customer@example.com", "right", "10.0.0.1")).isInstanceOf(Outcome.Throttled.class);
        assertThat(attempt("customer@example.com", "right", "10.0.0.2")).isInstanceOf(Outcome.Known.class);
    }

    @Test
    void anyNumberOfRightLoginsIsFine() {
        IntStream.range(0, 50)
                .forEach(i -> assertThat(attempt("customer@example.com", "right", "10.0.0.1"))
                        .isInstanceOf(Outcome.Known.class));
    }

    @Test
    void aRightLoginForgetsTheWrongOnesBeforeIt() {
        IntStream.range(0, 4).forEach(i -> attempt("customer@example.com", "wrong", "10.0.0." + i));
        attempt("customer@example.com", "right", "10.0.0.9");
        IntStream.range(0, 4).forEach(i -> attempt("customer@example.com", "wrong", "10.0.1." + i));

        assertThat(attempt("customer@example.com", "right", "10.0.0.9")).isInstanceOf(Outcome.Known.class);
    }

    private Outcome attempt(String email, String password, String address) {
        return logins.attempt(new LoginRequest(email, password), address);
    }
}
