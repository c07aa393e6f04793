package com.example.shop.customers;

/** A customer. */
public record Customer(CustomerId id, String displayName) {}
