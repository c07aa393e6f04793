package com.example.shop.payments;

import com.example.shop.Money;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** The gateway's protocol. Throws a {@link RestClientException} when the answer is missing or cannot be understood. */
@Component
class GatewayHttp {

    private static final String KEY = "Idempotency-Key";

    private final RestClient client;

    GatewayHttp(RestClient gatewayClient) {
        this.client = gatewayClient;
    }

    GatewayAnswer charge(PaymentId key, Money amount, PaymentToken token) {
        return client.post()
                .uri("/v1/charges")
                .header(KEY, key.toString())
                .body(new ChargeRequest(amount.amount(), amount.currency().getCurrencyCode(), token.value()))
                .exchangeForRequiredValue((request, response) -> answer(response));
    }

    GatewayAnswer findCharge(PaymentId key) {
        return client.get()
                .uri("/v1/charges?idempotency_key={key}", key.toString())
                .exchangeForRequiredValue((request, response) -> answer(response));
    }

    GatewayAnswer refund(RefundId key, PaymentId charge, Money amount) {
        return client.post()
                .uri("/v1/refunds")
                .header(KEY, key.toString())
                .body(new RefundRequest(charge.toString(), amount.amount()))
                .exchangeForRequiredValue((request, response) -> refundAnswer(response));
    }

    GatewayAnswer findRefund(RefundId key) {
        return client.get()
                .uri("/v1/refunds?idempotency_key={key}", key.toString())
                .exchangeForRequiredValue((request, response) -> answer(response));
    }

    private static GatewayAnswer answer(ConvertibleClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 200, 201, 402 -> movement(response).answer();
            case 404 -> new GatewayAnswer.NotFound();
            default -> throw unexpected(response);
        };
    }

    /** Refused only where the gateway's own words say so: whatever stands between may answer 404 or 422 as well. */
    private static GatewayAnswer refundAnswer(ConvertibleClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 422 -> movement(response).answer();
            case 404 -> throw unexpected(response);
            default -> answer(response);
        };
    }

    private static Movement movement(ConvertibleClientHttpResponse response) {
        Movement movement = response.bodyTo(Movement.class);
        if (movement == null) {
            throw new RestClientException("the gateway answered without a body");
        }
        return movement;
    }

    private static RestClientException unexpected(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().is5xxServerError()
                ? new HttpServerErrorException(response.getStatusCode())
                : new RestClientException("the gateway answered outside its protocol");
    }

    private record ChargeRequest(long amount, String currency, String token) {}

    private record RefundRequest(
            @JsonProperty("charge_idempotency_key") String charge, long amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Movement(
            @Nullable String id,
            @Nullable String status,
            @JsonProperty("decline_code") @Nullable String declineCode) {

        GatewayAnswer answer() {
            return switch (String.valueOf(status)) {
                case "succeeded" -> new GatewayAnswer.Done(id == null ? "" : id);
                case "declined" -> new GatewayAnswer.Declined(DeclineReason.ofCode(declineCode));
                case "refused" -> new GatewayAnswer.Refused();
                default -> throw new RestClientException("the gateway answered an unknown status");
            };
        }
    }
}
