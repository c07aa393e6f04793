package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void addsWithoutLosingACent() {
        assertThat(Money.euros(10).plus(Money.euros(20))).isEqualTo(Money.euros(30));
        assertThat(Money.euros(1299).times(1000)).isEqualTo(Money.euros(1_299_000));
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(1).plus(Money.of(1, "USD")));
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(1).minus(Money.euros(2)));
    }

    @Test
    void overflowsLoudly() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.euros(Long.MAX_VALUE).plus(Money.euros(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.euros(Long.MAX_VALUE).times(2));
    }

    @Test
    void tellsMajorUnitsByTheCurrencysDigits() {
        assertThat(Money.euros(1299).inMajorUnits()).isEqualTo(12.99);
        assertThat(Money.of(1299, "JPY").inMajorUnits()).isEqualTo(1299);
    }

    @RepeatedTest(50)
    void partsTakenAwayAndPutBackGiveTheWhole(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] parts = random.longs(20, 0, 1_000_000).toArray();
        Money whole = Money.euros(LongStream.of(parts).sum());
        Money rest = whole;
        for (long part : parts) {
            rest = rest.minus(Money.euros(part));
        }
        assertThat(rest).isEqualTo(Money.euros(0));
        assertThat(LongStream.of(parts).mapToObj(Money::euros).reduce(rest, Money::plus))
                .isEqualTo(whole);
    }
}
