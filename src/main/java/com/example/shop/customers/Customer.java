package com.example.shop.customers;

/**
 * A customer as other modules may know one.
 *
 * @param displayName for answers to the customer and to support, never for logs, spans, meters or events
 */
public record Customer(CustomerId id, String displayName) {

    @Override
    public String toString() {
        return "Customer[masked]";
    }
}
