package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.BrokenLog;
import com.example.shop.testing.BrokenPart;
import com.example.shop.testing.BrokenTelemetryConfiguration;
import com.example.shop.testing.GatewayProcess;
import com.example.shop.testing.ShopCalls;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.tracing.test.autoconfigure.AutoConfigureTracing;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Whatever part of telemetry throws: calls are answered as before, and money moves exactly once. */
@Import(BrokenTelemetryConfiguration.class)
@AutoConfigureTracing
@TestPropertySource(properties = "management.tracing.sampling.probability=1.0")
class BrokenTelemetryIntegrationTests extends CustomerOfTheShop {

    private static final Logger log = LoggerFactory.getLogger(BrokenTelemetryIntegrationTests.class);

    private static final long PRICE_OF_A_BOOK = 1450;

    /** What nobody calls on the thread of a request, or what Logback keeps to itself. */
    private static final Set<BrokenPart> HELD_BY_OTHERS = EnumSet.of(
            BrokenPart.SPAN_EXPORT,
            BrokenPart.LOG_APPENDER,
            BrokenPart.LOG_ENCODER,
            BrokenPart.LOG_FILTER,
            BrokenPart.LOG_ARGUMENT);

    private final GatewayProcess gateway = GatewayProcess.shared();

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private ObservationRegistry observations;

    @AfterEach
    void mendAll() {
        EnumSet.allOf(BrokenPart.class).forEach(BrokenPart::mend);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenPartReachesNoCallAndNoMoney(BrokenPart part) {
        try (BrokenLog ways = new BrokenLog()) {
            double failures = failures();
            registry.find("http.server.requests").meters().forEach(registry::remove);
            part.breakIt();

            String order = shop.orderOfABook(customer);
            log.info("Something that cannot be written: {}", new Struck());
            anErrorStaysTheErrorThatItWas();
            Answer payment = payAndPayAgain(order);
            refusalsStayRefusals(order);
            aNewCustomerIsServed();

            assertThat(shop.statusOf(customer, order)).isEqualTo("PAID");
            assertThat(charges(payment.at("/id"))).containsExactly(PRICE_OF_A_BOOK);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(part.strikes()).as("strikes").isPositive());
            part.mend();
            if (!HELD_BY_OTHERS.contains(part)) {
                assertThat(failures()).as("failures counted").isGreaterThan(failures);
            }
        }
    }

    @Test
    void allOfThemTogetherReachNothingEither() {
        try (BrokenLog ways = new BrokenLog()) {
            EnumSet.allOf(BrokenPart.class).forEach(BrokenPart::breakIt);

            String order = shop.orderOfABook(customer);
            Answer payment = payAndPayAgain(order);
            refusalsStayRefusals(order);
            aNewCustomerIsServed();

            assertThat(charges(payment.at("/id"))).containsExactly(PRICE_OF_A_BOOK);
        }
    }

    private void anErrorStaysTheErrorThatItWas() {
        IllegalArgumentException error = new IllegalArgumentException("of the work");
        assertThatThrownBy(() -> Observation.createNotStarted("made.work", observations)
                        .observe(() -> {
                            throw error;
                        }))
                .isSameAs(error);
    }

    private Answer payAndPayAgain(String order) {
        String key = ShopCalls.newKey();
        Answer payment = shop.pay(customer, order, key, "tok_visa");
        assertThat(payment.status()).as(payment.body()).isEqualTo(201);
        assertThat(shop.pay(customer, order, key, "tok_visa").body()).isEqualTo(payment.body());
        assertThat(shop.get("/api/payments/" + payment.at("/id"), customer).status())
                .isEqualTo(200);
        return payment;
    }

    private void refusalsStayRefusals(String order) {
        assertThat(shop.pay(customer, order, "tok_visa").status()).isEqualTo(409);
        assertThat(shop.pay(customer, shop.orderOfABook(customer), "tok_expired")
                        .status())
                .isEqualTo(402);
        assertThat(shop.get("/api/orders/" + UUID.randomUUID(), customer).status())
                .isEqualTo(404);
        assertThat(shop.get("/api/orders", null).status()).isEqualTo(401);
        assertThat(shop.post("/api/orders", customer, "{").status()).isEqualTo(400);
        assertThat(shop.post(
                                "/api/auth/token",
                                null,
                                "{\"email\": \"nobody-%s@example.com\", \"password\": \"wrong password\"}"
                                        .formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(401);
    }

    private void aNewCustomerIsServed() {
        String another = shop.newCustomer();
        assertThat(shop.get("/api/products", null).status()).isEqualTo(200);
        assertThat(shop.get("/api/orders", another).status()).isEqualTo(200);
    }

    private double failures() {
        return registry.find("telemetry.failures").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .max()
                .orElseThrow();
    }

    private List<Long> charges(String payment) {
        return gateway.ledger()
                .at("/charges")
                .valueStream()
                .filter(charge -> charge.at("/idempotency_key").asString().equals(payment))
                .map(charge -> charge.at("/amount").asLong())
                .toList();
    }

    /** Its text cannot be had while it is broken. */
    private static final class Struck {

        @Override
        public String toString() {
            BrokenPart.LOG_ARGUMENT.strike();
            return "whole";
        }
    }
}
