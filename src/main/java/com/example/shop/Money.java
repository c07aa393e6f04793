package com.example.shop;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact, never negative amount in the minor units of one currency (1299 EUR is 12.99 euros). Arithmetic overflows
 * with an {@link ArithmeticException} rather than silently, and never mixes currencies.
 */
public record Money(long amount, Currency currency) implements Comparable<Money> {

    private static final Currency EUR = Currency.getInstance("EUR");

    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount of money is never negative");
        }
    }

    public static Money euros(long cents) {
        return new Money(cents, EUR);
    }

    public static Money of(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /** The difference; an {@link IllegalArgumentException} when it would be negative. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    /** The amount in major units, for meters and spans, which know no integers of cents; never for arithmetic. */
    public double inMajorUnits() {
        return BigDecimal.valueOf(amount, currency.getDefaultFractionDigits()).doubleValue();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies do not add up");
        }
        return other;
    }
}
