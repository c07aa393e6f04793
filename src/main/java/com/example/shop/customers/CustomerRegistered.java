package com.example.shop.customers;

import com.example.platform.audit.Auditable;
import java.util.Map;

/**
 * Someone became a customer, by their own hand.
 *
 * @param actor the subject of the new customer
 * @param target the customer under the pseudonym, so that the trail does not lead from one to the other
 */
record CustomerRegistered(String actor, String target) implements Auditable {

    @Override
    public String action() {
        return "customer.register";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
