package com.example.shop.customers;

import static com.example.shop.customers.CustomerObservations.FETCH;
import static com.example.shop.customers.CustomerObservations.Key.FOUND;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the other modules ask about customers. Thread-safe. */
@Service
public class Customers {

    private final CustomerAccounts accounts;
    private final ObservationRegistry observations;

    Customers(CustomerAccounts accounts, ObservationRegistry observations) {
        this.accounts = accounts;
        this.observations = observations;
    }

    /** Empty when there is no such customer. */
    public Optional<Customer> find(CustomerId id) {
        // every timer of one name needs the same labels, also when the reading fails
        Observation fetch = FETCH.observation(observations).lowCardinalityKeyValue(FOUND.withValue("none"));
        return fetch.observe(() -> {
            Optional<Customer> customer = accounts.find(id);
            fetch.lowCardinalityKeyValue(FOUND.withValue(String.valueOf(customer.isPresent())));
            return customer;
        });
    }
}
