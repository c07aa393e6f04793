package com.example.shop.payments;

import com.example.shop.Money;

/**
 * Money went back. Published in the transaction that settles the refund.
 *
 * @param refunded what has gone back of this payment so far, this refund included
 * @param captured what had been taken
 */
public record PaymentRefunded(PayableId payable, Money refunded, Money captured) {

    public boolean isWhole() {
        return refunded.equals(captured);
    }
}
