package com.example.shop.payments;

import com.example.shop.Money;

/**
 * The wish to be paid.
 *
 * @param id chosen by the caller: the same id is the same payment, however often it is asked for
 */
public record PaymentRequest(PaymentId id, PayableId payable, String payer, Money amount, PaymentToken token) {}
