package com.example.shop.payments;

/** The gateway said no for good. Published in the transaction that settles the payment. */
record PaymentDeclined(Payment payment, DeclineReason reason) {}
