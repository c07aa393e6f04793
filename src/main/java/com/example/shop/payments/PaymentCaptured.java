package com.example.shop.payments;

import com.example.shop.Money;

/** The money was taken. Published in the transaction that settles the payment; listeners there decide with it. */
public record PaymentCaptured(PaymentId payment, PayableId payable, Money amount) {}
