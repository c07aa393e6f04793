package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A refund as it is answered. */
record RefundBody(
        String id,
        String status,
        long amount,
        @JsonProperty("charge_id") String chargeId,
        @JsonProperty("idempotency_key") String idempotencyKey) {

    static RefundBody of(Refund refund) {
        return new RefundBody(refund.id(), "succeeded", refund.money().amount(), refund.chargeId(), refund.key());
    }
}
