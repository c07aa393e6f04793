package com.example.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class JourneysTests {

    private final FakeShop shop = new FakeShop();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestObservationRegistry observations = TestObservationRegistry.create();
    private final Journeys journeys = journeys(observations);

    private final Logger logger = (Logger) LoggerFactory.getLogger("com.example.simulator");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Beside the console, which is written by another thread. */
    @BeforeEach
    void keepTheLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void closeShop() {
        logger.detachAppender(log);
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyJourneyIsCompletedByAHealthyShop(JourneyName name) {
        assertThat(journeys.run(name)).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void buyingPaysTheOrderItPlaced() {
        journeys.run(JourneyName.BUY);

        FakeShop.Call payment = only("POST /api/orders/{}/payments");
        assertThat(payment.body().at("/method/token").asString()).isEqualTo("tok_ok");
        assertThat(payment.key()).isNotEmpty();
        assertThat(only("POST /api/orders").body().at("/items").size()).isBetween(1, 3);
        assertThat(only("GET /api/orders/{}").path() + "/payments").isEqualTo(payment.path());
    }

    @Test
    void whoSignsUpBuysAndIsNotSeenAgain() {
        journeys.run(JourneyName.SIGN_UP);
        journeys.run(JourneyName.SIGN_UP);

        List<FakeShop.Call> payments = shop.calls("POST /api/orders/{}/payments");
        assertThat(payments).hasSize(2);
        assertThat(payments.get(0).token()).isNotEqualTo(payments.get(1).token());
        assertThat(shop.calls("POST /api/customers")).hasSize(2);
    }

    @Test
    void abandoningPaysNothing() {
        journeys.run(JourneyName.ABANDON);

        assertThat(shop.calls("POST /api/orders")).hasSize(1);
        assertThat(shop.calls("POST /api/orders/{}/payments")).isEmpty();
    }

    @Test
    void retryingSendsTheSamePaymentTwiceWithOneKey() {
        journeys.run(JourneyName.RETRY_SAME_KEY);

        List<FakeShop.Call> payments = shop.calls("POST /api/orders/{}/payments");
        assertThat(payments).hasSize(2);
        assertThat(payments.get(0)).isEqualTo(payments.get(1).withTraceOf(payments.get(0)));
    }

    @Test
    void retryingFailsWhenTheSecondAnswerDiffers() {
        shop.repeatPayments = false;

        assertThat(journeys.run(JourneyName.RETRY_SAME_KEY)).isEqualTo(Outcome.FAILED);
        assertThat(lines()).anyMatch(line -> line.contains("Journey failed"));
    }

    @Test
    void supportRefundsWhatACustomerPaid() {
        journeys.run(JourneyName.REFUND_BY_SUPPORT);

        FakeShop.Call refund = only("POST /api/payments/{}/refunds");
        assertThat(refund.key()).isNotEmpty();
        assertThat(refund.token()).isNotEqualTo(only("POST /api/orders").token());
    }

    @Test
    void forgedTokensAreOfEveryKindAndNeverTheShopsOwn() {
        for (int i = 0; i < 40; i++) {
            journeys.run(JourneyName.FORGED_TOKEN);
        }

        List<String> tokens =
                shop.calls("GET /api/orders").stream().map(FakeShop.Call::token).toList();
        assertThat(tokens).doesNotHaveDuplicates();
        assertThat(tokens).anyMatch(token -> token.split("\\.").length == 1);
        assertThat(tokens).anyMatch(token -> token.endsWith("."));
        assertThat(tokens).anyMatch(token -> token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{300,}"));
    }

    @ParameterizedTest
    @CsvSource({"202, UNKNOWN", "402, DECLINED", "429, REFUSED", "503, REFUSED", "409, FAILED", "500, FAILED"})
    void whatThePaymentAnswersIsTheOutcomeOfBuying(int status, Outcome outcome) {
        shop.overrides.put("POST /api/orders/{}/payments", new FakeShop.Reply(status, Map.of()));

        assertThat(journeys.run(JourneyName.BUY)).isEqualTo(outcome);

        assertThat(meters.get("traffic.requests")
                        .tags("journey", "buy", "step", "pay", "outcome", outcome.label())
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(lines().filter(line -> line.contains("Journey failed"))).hasSize(outcome == Outcome.FAILED ? 1 : 0);
    }

    @Test
    void aDeclineThatIsCapturedFails() {
        shop.overrides.put("POST /api/orders/{}/payments", new FakeShop.Reply(201, Map.of("id", "1")));

        assertThat(journeys.run(JourneyName.DECLINE)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anOrderThatIsNotPaidAfterItsPaymentFails() {
        shop.overrides.put("GET /api/orders/{}", new FakeShop.Reply(200, Map.of("status", "PENDING_PAYMENT")));

        assertThat(journeys.run(JourneyName.BUY)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aForgedTokenThatIsLetInFails() {
        shop.overrides.put("GET /api/orders", new FakeShop.Reply(200, Map.of()));

        assertThat(journeys.run(JourneyName.FORGED_TOKEN)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void complainsOnceAndNotInAFlood() {
        shop.overrides.put("GET /api/products", new FakeShop.Reply(500, Map.of()));

        for (int i = 0; i < 20; i++) {
            journeys.run(JourneyName.BROWSE);
        }

        assertThat(lines().filter(line -> line.contains("Journey failed"))).hasSize(1);
    }

    @Test
    void comesBackUnreachableFromAShopThatIsDown() {
        shop.close();

        assertThat(journeys.run(JourneyName.BROWSE)).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void registersAnewWhenTheShopHasLostItsCustomers() {
        journeys.run(JourneyName.BUY);
        shop.forgetEverybody();

        assertThat(journeys.run(JourneyName.BUY)).isEqualTo(Outcome.COMPLETED);
        assertThat(shop.calls("POST /api/customers")).hasSize(2);
    }

    @Test
    void keepsItsTokenUntilAMinuteBeforeItExpires() {
        journeys.run(JourneyName.BUY);
        now.set(now.get().plusSeconds(900 - 61));
        journeys.run(JourneyName.BUY);
        assertThat(shop.calls("POST /api/auth/token")).hasSize(1);

        now.set(now.get().plusSeconds(1));
        journeys.run(JourneyName.BUY);
        assertThat(shop.calls("POST /api/auth/token")).hasSize(2);
    }

    @Test
    void isOneObservationMarkedSynthetic() {
        journeys.run(JourneyName.BROWSE);

        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("traffic.journey")
                .hasOnlyKeys("journey", "outcome", "user_agent.synthetic.type")
                .hasLowCardinalityKeyValue("journey", "browse")
                .hasLowCardinalityKeyValue("outcome", "completed")
                .hasHighCardinalityKeyValue("user_agent.synthetic.type", "test")
                .hasBeenStopped();
    }

    @Test
    void neverPrintsWhoItIs() {
        shop.overrides.put("POST /api/orders", new FakeShop.Reply(500, Map.of()));
        journeys.run(JourneyName.BUY);

        FakeShop.Call registration = only("POST /api/customers");
        assertThat(String.join("\n", lines().toList()))
                .contains("Journey failed")
                .doesNotContain(registration.body().at("/email").asString())
                .doesNotContain(registration.body().at("/password").asString())
                .doesNotContain(only("POST /api/orders").token());
    }

    private Stream<String> lines() {
        return log.list.stream().map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs());
    }

    private FakeShop.Call only(String operation) {
        assertThat(shop.calls(operation)).hasSize(1);
        return shop.calls(operation).getFirst();
    }

    private Journeys journeys(ObservationRegistry registry) {
        shop.passwords.put("support@example.com", "secret");
        TrafficProperties properties = new TrafficProperties(
                URI.create("http://localhost:" + shop.port()),
                1,
                1,
                Map.of(),
                "support@example.com",
                "secret",
                "shop-traffic/test",
                1,
                Duration.ZERO,
                Duration.ofMinutes(1));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        TrafficConfiguration configuration = new TrafficConfiguration();
        ShopClient client = configuration.shopClient(RestClient.builder(), properties, JsonMapper.shared());
        return configuration.journeys(
                properties,
                configuration.customers(properties, clock),
                clock,
                JsonMapper.shared(),
                client,
                new TrafficSignals(meters, new Tally()),
                registry);
    }
}
