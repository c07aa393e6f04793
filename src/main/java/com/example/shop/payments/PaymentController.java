package com.example.shop.payments;

import com.example.platform.security.SecurityEvents;
import com.example.platform.web.Idempotency;
import com.example.platform.web.IdempotentCall;
import com.example.platform.web.Problems;
import com.example.shop.Caller;
import com.example.shop.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments for their owner and for support, refunds by support. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    private final PaymentLedger payments;

    private final RefundLedger ledger;

    private final Refunds refunds;

    private final Idempotency idempotency;

    private final SecurityEvents security;

    PaymentController(
            PaymentLedger payments,
            RefundLedger ledger,
            Refunds refunds,
            Idempotency idempotency,
            SecurityEvents security) {
        this.payments = payments;
        this.ledger = ledger;
        this.refunds = refunds;
        this.idempotency = idempotency;
        this.security = security;
    }

    @ApiResponse(
            responseCode = "200",
            description = "The payment",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(responseCode = "404", description = "There is no such payment, or it belongs to somebody else")
    @GetMapping("/{id}")
    ResponseEntity<?> show(@PathVariable UUID id, Authentication authentication) {
        Payment payment = payments.find(new PaymentId(id)).orElse(null);
        if (payment == null) {
            return noSuchPayment();
        }
        if (!Caller.of(authentication).maySee(payment.payer())) {
            security.accessRefused("payment_owner");
            return noSuchPayment();
        }
        return ResponseEntity.ok(PaymentView.of(payment, ledger.of(payment.id())));
    }

    @ApiResponse(
            responseCode = "201",
            description = "Refunded",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The outcome is not known yet; ask for the payment",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @ApiResponse(responseCode = "404", description = "There is no such payment")
    @ApiResponse(responseCode = "409", description = "Nothing is left to refund, or the gateway refused")
    @PostMapping("/{id}/refunds")
    @PreAuthorize("hasRole('SUPPORT')")
    ResponseEntity<?> refund(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody(required = false) @Nullable RefundRequest body,
            Authentication authentication) {
        RefundRequest request = body == null ? new RefundRequest(null) : body;
        String subject = authentication.getName();
        var call = new IdempotentCall(subject, "payment.refund", key, List.of(id.toString(), request));
        return idempotency.run(
                call,
                reference ->
                        answer(refunds.request(new RefundId(reference), new PaymentId(id), subject, request.money())));
    }

    private static ResponseEntity<?> answer(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Made made -> made(made.refund());
            case RefundOutcome.Exceeds exceeds ->
                conflict("refund-exceeds-capture", "This is more than is left of the payment.");
            case RefundOutcome.NotCaptured none ->
                conflict("payment-not-captured", "Nothing was captured that could go back.");
            case RefundOutcome.NoSuchPayment none -> noSuchPayment();
            case RefundOutcome.GatewayAway away -> away(away.retryAfter());
        };
    }

    private static ResponseEntity<?> made(Refund refund) {
        return switch (refund.status()) {
            case REFUNDED -> ResponseEntity.status(HttpStatus.CREATED).body(RefundView.of(refund));
            case PENDING ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/payments/" + refund.payment()))
                        .body(RefundView.of(refund));
            case REFUSED -> conflict("refund-refused", "The payment gateway refused this refund.");
        };
    }

    private static ResponseEntity<?> conflict(String type, String detail) {
        return Problems.response(HttpStatus.CONFLICT, type, detail);
    }

    private static ResponseEntity<?> noSuchPayment() {
        return Problems.response(HttpStatus.NOT_FOUND, "payment-not-found", "There is no such payment.");
    }

    private static ResponseEntity<?> away(Duration retryAfter) {
        return Problems.unavailable(
                "payment-gateway-unavailable", "The payment gateway does not answer at the moment.", retryAfter);
    }

    /** The amount to refund; without one, what is left. */
    record RefundRequest(@Valid @Nullable Amount amount) {

        @Nullable
        Money money() {
            return amount == null ? null : Money.of(amount.amount(), amount.currency());
        }
    }

    record Amount(
            @NotNull @Positive Long amount,
            @NotNull @Pattern(regexp = "EUR") String currency) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(
            PaymentId id,
            @JsonProperty("order_id") PayableId payable,
            Money amount,
            PaymentStatus status,
            @Nullable DeclineReason reason,
            @JsonProperty("created_at") Instant createdAt,
            List<RefundView> refunds) {

        static PaymentView of(Payment payment, List<Refund> refunds) {
            return new PaymentView(
                    payment.id(),
                    payment.payable(),
                    payment.amount(),
                    payment.status(),
                    payment.reason(),
                    payment.createdAt(),
                    refunds.stream().map(RefundView::of).toList());
        }
    }

    record RefundView(
            RefundId id,
            Money amount,
            RefundStatus status,
            @JsonProperty("created_at") Instant createdAt) {

        static RefundView of(Refund refund) {
            return new RefundView(refund.id(), refund.amount(), refund.status(), refund.createdAt());
        }
    }
}
