package com.example.shop.orders;

/** Money of a paid order went back, in part or whole. Published in the transaction that settles the refund. */
record OrderRefunded(OrderId order, OrderStatus status) {}
