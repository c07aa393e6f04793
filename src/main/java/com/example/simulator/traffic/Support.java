package com.example.simulator.traffic;

import java.util.Map;
import java.util.UUID;

/** The journey of the support desk: pays back what a customer has just paid. */
class Support {

    private final Shopping shopping;
    private final Customer support;

    Support(Shopping shopping, Customer support) {
        this.shopping = shopping;
        this.support = support;
    }

    void refund(Visit visit) {
        String payment = shopping.paid(visit);
        ShopCall refund = ShopCall.post(Map.of(), "/api/payments/{id}/refunds", payment)
                .once(UUID.randomUUID().toString());
        support.expect(201, visit, Step.REFUND, refund);
    }
}
