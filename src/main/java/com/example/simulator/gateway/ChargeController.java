package com.example.simulator.gateway;

import com.example.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges a token, once for each idempotency key: 201 succeeded, 402 declined, 409 when the key was for another charge. */
@RestController
@RequestMapping("/v1/charges")
class ChargeController {

    private final Ledger ledger;
    private final Faults faults;
    private final GatewaySignals signals;

    ChargeController(Ledger ledger, Faults faults, GatewaySignals signals) {
        this.ledger = ledger;
        this.faults = faults;
        this.signals = signals;
    }

    @PostMapping
    ResponseEntity<?> charge(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = IdempotencyKeys.VALID) String key,
            @Valid @RequestBody ChargeRequest request) {
        Money money = new Money(request.amount(), request.currency());
        ChargeOutcome outcome = ledger.charge(key, money, new Token(request.token()), this::declinedByFault);
        signals.charge(key, outcome);
        return switch (outcome) {
            case ChargeOutcome.Decided decided -> answer(decided.charge());
            case ChargeOutcome.Replayed replayed -> answer(replayed.charge());
            case ChargeOutcome.KeyReused reused ->
                Problems.response(
                        HttpStatus.CONFLICT, "idempotency-key-reused", "The key was used for another charge.");
        };
    }

    @GetMapping
    ResponseEntity<?> find(@RequestParam("idempotency_key") @Pattern(regexp = IdempotencyKeys.VALID) String key) {
        return ledger.chargeBy(key)
                .<ResponseEntity<?>>map(charge -> ResponseEntity.ok(ChargeBody.of(charge)))
                .orElseGet(() -> Problems.response(HttpStatus.NOT_FOUND, "unknown-charge", "No charge has this key."));
    }

    private boolean declinedByFault() {
        boolean struck = faults.strikes(FaultName.DECLINE);
        if (struck) {
            signals.faultStruck(FaultName.DECLINE);
        }
        return struck;
    }

    private static ResponseEntity<ChargeBody> answer(Charge charge) {
        return ResponseEntity.status(charge.succeeded() ? HttpStatus.CREATED : HttpStatus.PAYMENT_REQUIRED)
                .body(ChargeBody.of(charge));
    }

    /** What is to be charged, in minor units; a malformed token is declined rather than refused. Never printed. */
    record ChargeRequest(
            @NotNull @Positive Long amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull String token) {

        @Override
        public String toString() {
            return "ChargeRequest[…]";
        }
    }
}
