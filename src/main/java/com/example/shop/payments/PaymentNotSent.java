package com.example.shop.payments;

/** The circuit was open, so the charge was never sent. */
record PaymentNotSent(Payment payment) {}
