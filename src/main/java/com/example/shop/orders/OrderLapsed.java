package com.example.shop.orders;

/** An unpaid order was closed: CANCELLED by its owner or EXPIRED. Published in the transaction that closes it. */
record OrderLapsed(OrderId order, OrderStatus status) {}
