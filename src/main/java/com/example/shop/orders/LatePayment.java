package com.example.shop.orders;

import com.example.shop.payments.PaymentId;

/** A payment was captured for an order that could no longer be paid, and goes back. */
record LatePayment(OrderId order, PaymentId payment) {}
