package com.example.platform.security;

import com.example.platform.observability.Instrumentation;
import com.example.platform.observability.LogType;
import com.example.platform.security.SecurityMeters.Key;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts and logs what a security team asks for. Never throws. Thread-safe. */
public class SecurityEvents {

    private static final Logger log = LoggerFactory.getLogger(SecurityEvents.class);

    private final MeterRegistry registry;

    /** Counters whose labels are known start at zero, so that the first event is an increase. */
    SecurityEvents(MeterRegistry registry) {
        this.registry = registry;
        Key.REASON
                .closedValues()
                .forEach(reason -> SecurityMeters.TOKENS_REJECTED.counter(registry, Key.REASON.withValue(reason)));
        Key.OUTCOME
                .closedValues()
                .forEach(outcome -> SecurityMeters.LOGINS.counter(registry, Key.OUTCOME.withValue(outcome)));
        SecurityMeters.CALLS_UNAUTHENTICATED.counter(registry);
        SecurityMeters.CARD_NUMBERS_REFUSED.counter(registry);
    }

    /** Someone was refused by the named policy, from a closed set in code, e.g. {@code owner}. */
    public void accessRefused(String policy) {
        count(SecurityMeters.ACCESS_REFUSED, Key.POLICY.withValue(policy));
        Instrumentation.run(() -> line(Level.INFO, "security.access.refused")
                .addKeyValue("policy", policy)
                .log("Access refused"));
    }

    /** A card number came where a token belongs; the number itself goes nowhere. */
    public void cardNumberRefused() {
        count(SecurityMeters.CARD_NUMBERS_REFUSED);
        Instrumentation.run(
                () -> line(Level.WARN, "security.card.number.refused").log("Card number refused"));
    }

    void tokenRejected(TokenRejection reason) {
        count(SecurityMeters.TOKENS_REJECTED, Key.REASON.withValue(reason.word()));
        Instrumentation.run(() -> line(Level.INFO, "security.token.rejected")
                .addKeyValue("reason", reason.word())
                .log("Token rejected"));
    }

    void callUnauthenticated() {
        count(SecurityMeters.CALLS_UNAUTHENTICATED);
        Instrumentation.run(
                () -> line(Level.INFO, "security.call.unauthenticated").log("Call without a token"));
    }

    /** Who the pseudonym stands for has come in, by our own login or by that of a provider. */
    public void loginSucceeded(String pseudonym) {
        count(SecurityMeters.LOGINS, Key.OUTCOME.withValue("success"));
        Instrumentation.run(() -> line(Level.INFO, "security.login.succeeded")
                .addKeyValue("user", pseudonym)
                .log("Login succeeded"));
    }

    /** Somebody was not let in, for whatever was wrong with what they showed. */
    public void loginFailed() {
        count(SecurityMeters.LOGINS, Key.OUTCOME.withValue("failure"));
        Instrumentation.run(() -> line(Level.INFO, "security.login.failed").log("Login failed"));
    }

    void loginThrottled() {
        count(SecurityMeters.LOGINS, Key.OUTCOME.withValue("throttled"));
        Instrumentation.run(() -> line(Level.WARN, "security.login.throttled").log("Login throttled"));
    }

    private void count(SecurityMeters meter, KeyValue... labels) {
        Instrumentation.run(() -> meter.counter(registry, labels).increment());
    }

    private static LoggingEventBuilder line(Level level, String event) {
        return log.atLevel(level).addMarker(LogType.SECURITY).addKeyValue("event", event);
    }
}
