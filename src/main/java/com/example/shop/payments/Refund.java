package com.example.shop.payments;

import com.example.shop.Money;
import java.time.Instant;

/** Money on its way back to the payer, whole or in part; {@code requestedBy} is a subject, or {@code system}. */
record Refund(
        RefundId id, PaymentId payment, String requestedBy, Money amount, RefundStatus status, Instant createdAt) {}
