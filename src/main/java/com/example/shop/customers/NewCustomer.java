package com.example.shop.customers;

import java.util.Set;

/** A customer about to be written. */
record NewCustomer(CustomerId id, String name, String email, String passwordHash, Set<String> roles) {

    @Override
    public String toString() {
        return "NewCustomer[masked]";
    }
}
