package com.example.shop.orders;

/** Published in the transaction that stores the order. */
record OrderPlaced(Order order) {}
