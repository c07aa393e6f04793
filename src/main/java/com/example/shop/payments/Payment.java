package com.example.shop.payments;

import com.example.shop.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid.
 *
 * @param payer the subject whose payment it is
 * @param token kept only while the payment is pending, because only then may it have to be sent again
 */
public record Payment(
        PaymentId id,
        PayableId payable,
        String payer,
        Money amount,
        PaymentStatus status,
        @Nullable DeclineReason reason,
        @Nullable PaymentToken token,
        Instant createdAt) {

    static Payment opened(PaymentRequest request, Instant now) {
        return new Payment(
                request.id(),
                request.payable(),
                request.payer(),
                request.amount(),
                PaymentStatus.PENDING,
                null,
                request.token(),
                now);
    }
}
