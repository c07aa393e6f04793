package com.example.simulator.gateway;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway that starts again knows of what the one before it decided. */
class JournalTests {

    private static final Money PRICE = new Money(1_000, "EUR");
    private static final Token GOOD = new Token("tok_ok");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aLedgerThatEndsWithoutNotice() {
        file = folder.resolve("journal");
        Ledger before = ledger();
        before.charge("paid", PRICE, GOOD, () -> false);
        before.charge("declined", PRICE, new Token("tok_stolen"), () -> false);
        before.refund("part", "paid", 400);
    }

    @Test
    void aKnownKeyGetsTheAnswerOfTheFirst() {
        assertThat(ledger().charge("paid", PRICE, GOOD, () -> true))
                .isInstanceOfSatisfying(
                        ChargeOutcome.Replayed.class,
                        replayed -> assertThat(replayed.charge().succeeded()).isTrue());
        assertThat(ledger().charge("declined", PRICE, new Token("tok_stolen"), () -> false))
                .isInstanceOf(ChargeOutcome.Replayed.class);
        assertThat(ledger().refund("part", "paid", 400)).isInstanceOf(RefundOutcome.Replayed.class);
    }

    @Test
    void aKnownKeyForAnotherChargeIsStillAConflict() {
        assertThat(ledger().charge("paid", new Money(1_001, "EUR"), GOOD, () -> false))
                .isInstanceOf(ChargeOutcome.KeyReused.class);
        assertThat(ledger().charge("paid", PRICE, new Token("tok_other"), () -> false))
                .isInstanceOf(ChargeOutcome.KeyReused.class);
    }

    @Test
    void noMoreIsPaidBackThanIsLeft() {
        assertThat(ledger().refund("too much", "paid", 601)).isInstanceOf(RefundOutcome.ExceedsCharge.class);
        assertThat(ledger().refund("the rest", "paid", 600)).isInstanceOf(RefundOutcome.Decided.class);
        assertThat(ledger().refund("again", "paid", 1)).isInstanceOf(RefundOutcome.ExceedsCharge.class);
    }

    @Test
    void totalsGoOn() {
        assertThat(ledger().read()).isEqualTo(ledger().read()).satisfies(page -> {
            assertThat(page.charges()).hasSize(2);
            assertThat(page.totals().chargesSucceeded()).isEqualTo(1);
            assertThat(page.totals().refunded()).containsEntry("EUR", 400L);
        });
    }

    @Test
    void aLineThatWasNotFinishedIsDroppedAndTheNextOneIsWhole() throws IOException {
        Files.writeString(file, "{\"charge\":{\"id\":\"ch_", APPEND);
        assertThat(ledger().charge("next", PRICE, GOOD, () -> false)).isInstanceOf(ChargeOutcome.Decided.class);
        assertThat(ledger().charge("next", PRICE, GOOD, () -> false)).isInstanceOf(ChargeOutcome.Replayed.class);
        assertThat(ledger().read().charges()).hasSize(3);
    }

    private Ledger ledger() {
        return new Ledger(100, Journal.at(file));
    }
}
