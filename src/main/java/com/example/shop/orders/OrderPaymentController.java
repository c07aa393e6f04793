package com.example.shop.orders;

import com.example.platform.observability.Redaction;
import com.example.platform.security.SecurityEvents;
import com.example.platform.web.FieldReason;
import com.example.platform.web.Idempotency;
import com.example.platform.web.IdempotentCall;
import com.example.platform.web.Problems;
import com.example.shop.Money;
import com.example.shop.payments.Payment;
import com.example.shop.payments.PaymentId;
import com.example.shop.payments.PaymentStatus;
import com.example.shop.payments.PaymentToken;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes payments of orders. */
@RestController
class OrderPaymentController {

    private final PayOrder pay;

    private final Idempotency idempotency;

    private final SecurityEvents security;

    OrderPaymentController(PayOrder pay, Idempotency idempotency, SecurityEvents security) {
        this.pay = pay;
        this.idempotency = idempotency;
        this.security = security;
    }

    @ApiResponse(
            responseCode = "201",
            description = "Captured",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The outcome is not known yet; ask for the payment",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(responseCode = "402", description = "Declined; `reason` says why, `payment_id` names the payment")
    @ApiResponse(responseCode = "404", description = "There is no such order, or it belongs to somebody else")
    @ApiResponse(
            responseCode = "409",
            description = "The order is paid or closed, or another payment is not settled yet")
    @PostMapping("/api/orders/{id}/payments")
    ResponseEntity<?> pay(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody PaymentBody body,
            Authentication authentication) {
        String text = body.method().token();
        if (Redaction.containsCardNumber(text)) {
            security.cardNumberRefused();
            return Problems.response(
                    HttpStatus.BAD_REQUEST,
                    "card-number-refused",
                    "Send a token of the payment gateway, never a card.");
        }
        Optional<PaymentToken> token = PaymentToken.parse(text);
        if (token.isEmpty()) {
            return Problems.invalid("method.token", FieldReason.FORMAT);
        }
        String subject = authentication.getName();
        return idempotency.run(
                new IdempotentCall(subject, "order.pay", key, List.of(id.toString(), text)),
                reference -> answer(pay.pay(new OrderId(id), subject, new PaymentId(reference), token.get())));
    }

    private static ResponseEntity<?> answer(PaymentResult result) {
        return switch (result) {
            case PaymentResult.Made made -> made(made.payment());
            case PaymentResult.NoSuchOrder none -> OrderController.noSuchOrder();
            case PaymentResult.Closed closed ->
                closed.status() == OrderStatus.CANCELLED || closed.status() == OrderStatus.EXPIRED
                        ? OrderController.conflict("order-closed", "The order can no longer be paid.")
                        : OrderController.conflict("order-already-paid", "The order is paid.");
            case PaymentResult.AnotherInFlight other ->
                OrderController.conflict("payment-in-flight", "Another payment of the order is not settled yet.");
            case PaymentResult.GatewayAway away -> unavailable(away.retryAfter());
        };
    }

    private static ResponseEntity<?> made(Payment payment) {
        return switch (payment.status()) {
            case CAPTURED -> ResponseEntity.created(location(payment)).body(PaymentView.of(payment));
            case PENDING ->
                ResponseEntity.accepted().location(location(payment)).body(PaymentView.of(payment));
            case DECLINED -> declined(payment);
            case FAILED -> unavailable(Duration.ofSeconds(1));
        };
    }

    private static ResponseEntity<?> declined(Payment payment) {
        ProblemDetail problem =
                Problems.of(HttpStatus.PAYMENT_REQUIRED, "payment-declined", "The payment was declined.");
        problem.setProperty("reason", payment.reason());
        problem.setProperty("payment_id", payment.id());
        return ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .location(location(payment))
                .body(problem);
    }

    private static ResponseEntity<?> unavailable(Duration retryAfter) {
        return Problems.unavailable(
                "payment-gateway-unavailable", "The payment gateway does not answer at the moment.", retryAfter);
    }

    private static URI location(Payment payment) {
        return URI.create("/api/payments/" + payment.id());
    }

    record PaymentBody(@NotNull @Valid Method method) {}

    record Method(@NotNull String token) {

        @Override
        public String toString() {
            return "Method[***]";
        }
    }

    record PaymentView(
            PaymentId id, @JsonProperty("order_id") UUID order, Money amount, PaymentStatus status) {

        static PaymentView of(Payment payment) {
            return new PaymentView(payment.id(), payment.payable().value(), payment.amount(), payment.status());
        }
    }
}
