package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.example.testing.Trials;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every amount of money, small, large or at the end of what a number can hold. */
class MoneyPropertyTests {

    private static final int TRIALS = 5_000;

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void aSumIsExactOrRefused() {
        Trials.of(TRIALS, random -> {
            Money one = any(random);
            Money other = any(random);
            exactOrRefused(() -> one.plus(other), big(one).add(big(other)));
        });
    }

    @Test
    void aMultipleIsExactOrRefused() {
        Trials.of(TRIALS, random -> {
            Money one = any(random);
            int factor = random.nextInt(1, 1_001);
            exactOrRefused(() -> one.times(factor), big(one).multiply(BigInteger.valueOf(factor)));
        });
    }

    @Test
    void whatIsTakenAwayAndAddedAgainIsTheSame() {
        Trials.of(TRIALS, random -> {
            Money one = any(random);
            Money other = any(random);
            if (one.compareTo(other) >= 0) {
                assertThat(one.minus(other).plus(other)).isEqualTo(one);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> one.minus(other));
            }
        });
    }

    @Test
    void theOrderOfSummandsDoesNotMatter() {
        Trials.of(TRIALS, random -> {
            List<Money> cart = Stream.generate(() -> Money.euros(random.nextLong(1_000_000_000)))
                    .limit(random.nextInt(1, 20))
                    .toList();
            assertThat(cart.stream().reduce(Money.euros(0), Money::plus))
                    .isEqualTo(cart.reversed().stream().reduce(Money.euros(0), Money::plus));
        });
    }

    @Test
    void partsThatGoBackOneByOneNeverSumUpToMoreThanTheWhole() {
        Trials.of(TRIALS, random -> {
            Money whole = Money.euros(random.nextLong(1, 1_000_000));
            Money left = whole;
            Money back = Money.euros(0);
            while (left.amount() > 0) {
                Money part = Money.euros(random.nextLong(1, left.amount() + 1));
                left = left.minus(part);
                back = back.plus(part);
                assertThat(back.plus(left)).isEqualTo(whole);
            }
        });
    }

    @Test
    void comparingAgreesWithTheNumbers() {
        Trials.of(TRIALS, random -> {
            Money one = any(random);
            Money other = any(random);
            assertThat(Integer.signum(one.compareTo(other)))
                    .isEqualTo(big(one).compareTo(big(other)))
                    .isEqualTo(-Integer.signum(other.compareTo(one)));
            assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        });
    }

    @Test
    void anotherCurrencyNeverMixes() {
        Trials.of(TRIALS, random -> {
            Money euros = any(random);
            Money others = Money.of(random.nextLong(Long.MAX_VALUE), random.nextBoolean() ? "USD" : "JPY");
            assertThatIllegalArgumentException().isThrownBy(() -> euros.plus(others));
            assertThatIllegalArgumentException().isThrownBy(() -> euros.minus(others));
            assertThatIllegalArgumentException().isThrownBy(() -> euros.compareTo(others));
        });
    }

    @Test
    void majorUnitsAreTheNearestNumberToTheAmount() {
        Trials.of(TRIALS, random -> {
            long cents = random.nextLong(1L << 50);
            assertThat(Money.euros(cents).inMajorUnits())
                    .isEqualTo(BigDecimal.valueOf(cents, 2).doubleValue());
        });
    }

    private static void exactOrRefused(Supplier<Money> sum, BigInteger exact) {
        if (exact.compareTo(LARGEST) <= 0) {
            assertThat(big(sum.get())).isEqualTo(exact);
        } else {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(sum::get);
        }
    }

    /** As often near either end as anywhere. */
    private static Money any(RandomGenerator random) {
        return Money.euros(
                switch (random.nextInt(4)) {
                    case 0 -> random.nextLong(10);
                    case 1 -> random.nextLong(1_000_000);
                    case 2 -> random.nextLong(Long.MAX_VALUE);
                    default -> Long.MAX_VALUE - random.nextLong(10);
                });
    }

    private static BigInteger big(Money money) {
        return BigInteger.valueOf(money.amount());
    }
}
