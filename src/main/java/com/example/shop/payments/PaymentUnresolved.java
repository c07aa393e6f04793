package com.example.shop.payments;

/** The gateway's answer is missing: the payment stays pending until reconciliation knows. */
record PaymentUnresolved(Payment payment, UnknownCause cause) {}
