package com.example.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Money;
import com.example.shop.testing.ShopCalls;
import com.example.shop.testing.ShopIntegrationTest;
import com.example.testing.Trials;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds of every life that a payment can have, whatever the gateway says, how often and to which replica. */
@ShopIntegrationTest
class PaymentLifeIntegrationTests {

    private static final int TRIALS = 150;

    private static final long PRICE_OF_A_BOOK = 1_450;

    @Autowired
    private PaymentLedger ledger;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Refunds refunds;

    @Autowired
    private CircuitBreaker circuit;

    @LocalServerPort
    private int port;

    private ShopCalls shop;
    private String customer;

    @BeforeEach
    void registerACustomer() {
        shop = new ShopCalls(port);
        customer = shop.newCustomer();
        circuit.reset();
    }

    @Test
    void theFirstWordThatDecidesIsTheLast() {
        Trials.of(TRIALS, random -> {
            String order = shop.orderOfABook(customer);
            Payment payment = open(order);
            Life life = new Life();
            List<String> told = new ArrayList<>();
            for (int words = random.nextInt(1, 8); words > 0; words--) {
                if (random.nextInt(4) == 0) {
                    claim(payment, life);
                    told.add("claimed");
                } else {
                    GatewayAnswer answer = any(random);
                    told.add(answer.toString());
                    life.hears(answer);
                    assertThat(settlement.settle(payment, answer).status())
                            .as(told.toString())
                            .isEqualTo(life.status);
                }
            }
            assertThat(ledger.find(payment.id()).orElseThrow().status())
                    .as(told.toString())
                    .isEqualTo(life.status);
            assertThat(shop.statusOf(customer, order))
                    .as(told.toString())
                    .isEqualTo(life.status == PaymentStatus.CAPTURED ? "PAID" : "PENDING_PAYMENT");
        });
    }

    @Test
    void refundsAreTakenWhileThereIsSomethingLeft() {
        Trials.of(TRIALS / 3, random -> {
            PaymentId payment = paid();
            long left = PRICE_OF_A_BOOK;
            for (int wishes = random.nextInt(1, 8); wishes > 0; wishes--) {
                long wish = random.nextLong(1, PRICE_OF_A_BOOK + 100);
                RefundOutcome outcome =
                        refunds.request(new RefundId(UUID.randomUUID()), payment, "support", Money.euros(wish));
                if (wish <= left) {
                    assertThat(outcome).isInstanceOf(RefundOutcome.Made.class);
                    left -= wish;
                } else {
                    assertThat(outcome).isEqualTo(new RefundOutcome.Exceeds(Money.euros(left)));
                }
            }
        });
    }

    private PaymentId paid() {
        String order = shop.orderOfABook(customer);
        return new PaymentId(
                UUID.fromString(shop.pay(customer, order, "tok_visa").at("/id")));
    }

    private Payment open(String order) {
        Payment payment = Payment.opened(
                new PaymentRequest(
                        new PaymentId(UUID.randomUUID()),
                        new PayableId(UUID.fromString(order)),
                        "somebody",
                        Money.euros(PRICE_OF_A_BOOK),
                        new PaymentToken("tok_visa")),
                Instant.now());
        // out of reach of reconciliation, which would have a word too
        ledger.add(payment, Instant.now().plus(Duration.ofHours(1)));
        return payment;
    }

    private void claim(Payment payment, Life life) {
        assertThat(ledger.claim(payment.id(), Instant.now().plus(Duration.ofHours(1))))
                .isEqualTo(life.status == PaymentStatus.PENDING);
        life.claimed = true;
    }

    private static GatewayAnswer any(RandomGenerator random) {
        return switch (random.nextInt(7)) {
            case 0 -> new GatewayAnswer.Done("ch_" + random.nextInt());
            case 1 -> new GatewayAnswer.Declined(DeclineReason.STOLEN_CARD);
            case 2 -> new GatewayAnswer.NotSent();
            case 3 -> new GatewayAnswer.NotFound();
            case 4 -> new GatewayAnswer.Refused();
            default -> new GatewayAnswer.Unknown(UnknownCause.TIMEOUT);
        };
    }

    /** What is to be expected of a payment, in so many words. */
    private static final class Life {

        private PaymentStatus status = PaymentStatus.PENDING;
        private boolean claimed;

        void hears(GatewayAnswer answer) {
            if (status != PaymentStatus.PENDING) {
                return;
            }
            if (answer instanceof GatewayAnswer.Done) {
                status = PaymentStatus.CAPTURED;
            } else if (answer instanceof GatewayAnswer.Declined) {
                status = PaymentStatus.DECLINED;
            } else if (answer instanceof GatewayAnswer.NotSent && !claimed) {
                status = PaymentStatus.FAILED;
            }
        }
    }
}
