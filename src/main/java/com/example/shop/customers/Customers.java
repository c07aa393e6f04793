package com.example.shop.customers;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Customers. */
@Service
public class Customers {

    public Optional<Customer> find(CustomerId id) {
        return Optional.empty();
    }
}
