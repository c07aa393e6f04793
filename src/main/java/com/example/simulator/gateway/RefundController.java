package com.example.simulator.gateway;

import com.example.platform.web.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds a charge in whole or in part, once for each idempotency key; 422 above what is left of the charge. */
@RestController
@RequestMapping("/v1/refunds")
class RefundController {

    private final Ledger ledger;
    private final GatewaySignals signals;

    RefundController(Ledger ledger, GatewaySignals signals) {
        this.ledger = ledger;
        this.signals = signals;
    }

    @PostMapping
    ResponseEntity<?> refund(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = IdempotencyKeys.VALID) String key,
            @Valid @RequestBody RefundRequest request) {
        RefundOutcome outcome = ledger.refund(key, request.chargeKey(), request.amount());
        signals.refund(key, outcome);
        return switch (outcome) {
            case RefundOutcome.Decided decided -> answer(decided.refund());
            case RefundOutcome.Replayed replayed -> answer(replayed.refund());
            case RefundOutcome.KeyReused reused ->
                Problems.response(
                        HttpStatus.CONFLICT, "idempotency-key-reused", "The key was used for another refund.");
            case RefundOutcome.NoSuchCharge none ->
                Problems.response(HttpStatus.NOT_FOUND, "unknown-charge", "No successful charge has this key.");
            case RefundOutcome.ExceedsCharge exceeds ->
                ResponseEntity.unprocessableContent()
                        .body(Map.of("status", "refused", "refusal_code", "exceeds_charge"));
        };
    }

    @GetMapping
    ResponseEntity<?> find(@RequestParam("idempotency_key") @Pattern(regexp = IdempotencyKeys.VALID) String key) {
        return ledger.refundBy(key)
                .<ResponseEntity<?>>map(refund -> ResponseEntity.ok(RefundBody.of(refund)))
                .orElseGet(() -> Problems.response(HttpStatus.NOT_FOUND, "unknown-refund", "No refund has this key."));
    }

    private static ResponseEntity<RefundBody> answer(Refund refund) {
        return ResponseEntity.status(HttpStatus.CREATED).body(RefundBody.of(refund));
    }

    /** What is to be refunded, in minor units of the charge's currency. */
    record RefundRequest(
            @NotNull @Pattern(regexp = IdempotencyKeys.VALID) @JsonProperty("charge_idempotency_key")
            String chargeKey,

            @NotNull @Positive Long amount) {}
}
