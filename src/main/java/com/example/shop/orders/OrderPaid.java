package com.example.shop.orders;

import java.time.Instant;

/** Published in the transaction that captures the payment. */
record OrderPaid(Order order, Instant paidAt) {}
