package com.example.shop.payments;

/** Something claimed for reconciliation, and how often it has been claimed so far. */
record Pending<T>(T what, int checks) {}
