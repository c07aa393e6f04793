package com.example.shop.customers;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedObservation;
import io.micrometer.common.docs.KeyName;
import java.util.List;

/** The spans of the customers, and the timers of the same names. */
enum CustomerObservations implements DescribedObservation {
    FETCH;

    @Override
    public String getName() {
        return "customer.fetch";
    }

    @Override
    public String meaning() {
        return "Reads the customer of an order";
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return Key.values();
    }

    enum Key implements DescribedKey {
        FOUND;

        @Override
        public String asString() {
            return "customer.found";
        }

        @Override
        public String meaning() {
            return "whether there is such a customer, none when the reading failed";
        }

        @Override
        public List<String> closedValues() {
            return List.of("false", "none", "true");
        }
    }
}
