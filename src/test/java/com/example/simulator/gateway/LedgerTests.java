package com.example.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTests {

    private static final Money PRICE = new Money(1_000, "EUR");
    private static final Token GOOD = new Token("tok_ok");

    private final Ledger ledger = new Ledger(3, null);

    @ParameterizedTest
    @ValueSource(strings = {"tok_ok", "tok_ok_2", "tok_anything_else", "tok_9"})
    void acceptsWellFormedTokens(String token) {
        assertThat(charge("k", new Token(token)).succeeded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tok_insufficient_funds, insufficient_funds",
        "tok_stolen, stolen_card",
        "tok_expired, expired_card",
        "tok_fraud, suspected_fraud",
        "tok_do_not_honor, do_not_honor",
        "tok_, invalid_token",
        "tok_OK, invalid_token",
        "visa, invalid_token",
        "'', invalid_token",
        "tok_ok tok_ok, invalid_token"
    })
    void declinesByToken(String token, String code) {
        assertThat(charge("k", new Token(token)).declined().map(DeclineCode::code))
                .contains(code);
    }

    @Test
    void keepsADeclineCausedByAFaultAfterTheFaultIsGone() {
        AtomicBoolean fault = new AtomicBoolean(true);

        ledger.charge("k", PRICE, GOOD, fault::get);
        fault.set(false);

        assertThat(ledger.charge("k", PRICE, GOOD, fault::get))
                .isInstanceOfSatisfying(
                        ChargeOutcome.Replayed.class,
                        replayed -> assertThat(replayed.charge().decline()).isEqualTo(DeclineCode.DO_NOT_HONOR));
    }

    @Test
    void keepsASuccessWhenAFaultWouldDeclineItNow() {
        ledger.charge("k", PRICE, GOOD, () -> false);

        assertThat(ledger.charge("k", PRICE, GOOD, () -> true))
                .isInstanceOfSatisfying(
                        ChargeOutcome.Replayed.class,
                        replayed -> assertThat(replayed.charge().succeeded()).isTrue());
    }

    @Test
    void refusesAKnownKeyWithAnotherAmountCurrencyOrToken() {
        charge("k", GOOD);

        assertThat(ledger.charge("k", new Money(1_001, "EUR"), GOOD, () -> false))
                .isInstanceOf(ChargeOutcome.KeyReused.class);
        assertThat(ledger.charge("k", new Money(1_000, "USD"), GOOD, () -> false))
                .isInstanceOf(ChargeOutcome.KeyReused.class);
        assertThat(ledger.charge("k", PRICE, new Token("tok_other"), () -> false))
                .isInstanceOf(ChargeOutcome.KeyReused.class);
    }

    @Test
    void refundsUpToTheChargeAndNotACentMore() {
        charge("k", GOOD);

        assertThat(ledger.refund("r1", "k", 600)).isInstanceOf(RefundOutcome.Decided.class);
        assertThat(ledger.refund("r2", "k", 401)).isInstanceOf(RefundOutcome.ExceedsCharge.class);
        assertThat(ledger.refund("r3", "k", 400)).isInstanceOf(RefundOutcome.Decided.class);
        assertThat(ledger.refund("r4", "k", 1)).isInstanceOf(RefundOutcome.ExceedsCharge.class);
    }

    @Test
    void refundsOnceForEachKey() {
        charge("k", GOOD);
        RefundOutcome first = ledger.refund("r", "k", 600);
        RefundOutcome second = ledger.refund("r", "k", 600);

        assertThat(first)
                .isInstanceOfSatisfying(
                        RefundOutcome.Decided.class,
                        decided -> assertThat(second).isEqualTo(new RefundOutcome.Replayed(decided.refund())));
        assertThat(ledger.refund("r", "k", 500)).isInstanceOf(RefundOutcome.KeyReused.class);
        assertThat(ledger.read().totals().refunded()).containsEntry("EUR", 600L);
    }

    @Test
    void refundsNeitherUnknownNorDeclinedCharges() {
        charge("declined", new Token("tok_stolen"));

        assertThat(ledger.refund("r1", "declined", 1)).isInstanceOf(RefundOutcome.NoSuchCharge.class);
        assertThat(ledger.refund("r2", "unknown", 1)).isInstanceOf(RefundOutcome.NoSuchCharge.class);
    }

    @Test
    void forgetsTheOldestBeyondItsCapacityButNotTheTotals() {
        for (int i = 1; i <= 5; i++) {
            charge("k" + i, GOOD);
        }

        assertThat(ledger.read().charges())
                .extracting(ChargeBody::idempotencyKey)
                .containsExactly("k3", "k4", "k5");
        assertThat(ledger.read().totals().chargesSucceeded()).isEqualTo(5);
        assertThat(ledger.read().totals().charged()).containsEntry("EUR", 5_000L);
    }

    private Charge charge(String key, Token token) {
        return switch (ledger.charge(key, PRICE, token, () -> false)) {
            case ChargeOutcome.Decided decided -> decided.charge();
            case ChargeOutcome.Replayed replayed -> replayed.charge();
            case ChargeOutcome.KeyReused reused -> throw new AssertionError(reused);
        };
    }
}
