package com.example.shop.orders;

import com.example.shop.Money;

/** What a decision about an order needs to know of it. */
record OrderHead(OrderId id, String owner, OrderStatus status, Money total) {}
