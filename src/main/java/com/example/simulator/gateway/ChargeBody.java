package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A charge as it is answered; without its token. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChargeBody(
        String id,
        String status,
        @JsonProperty("decline_code") @Nullable DeclineCode declineCode,
        long amount,
        String currency,
        @JsonProperty("idempotency_key") String idempotencyKey) {

    static ChargeBody of(Charge charge) {
        return new ChargeBody(
                charge.id(),
                charge.succeeded() ? "succeeded" : "declined",
                charge.decline(),
                charge.money().amount(),
                charge.money().currency(),
                charge.key());
    }
}
