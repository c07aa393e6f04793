package com.example.shop.payments;

import org.jspecify.annotations.Nullable;

/**
 * The circuit was open, so no charge was sent.
 *
 * @param payment the payment, or null when none was opened because the circuit was open already
 */
record PaymentNotSent(PayableId payable, @Nullable PaymentId payment) {}
