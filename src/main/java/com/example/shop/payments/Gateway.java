package com.example.shop.payments;

import com.example.shop.Money;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Moves money through the gateway, each movement under a key of ours, so that sending it again is always safe. Never
 * throws for what the gateway or the network do: the answer says what is known. Thread-safe.
 */
@Component
class Gateway {

    private final GatewayHttp http;

    private final CircuitBreaker circuit;

    private final Retry retry;

    private final Duration openFor;

    Gateway(GatewayHttp http, CircuitBreaker circuit, Retry retry, GatewayProperties properties) {
        this.http = http;
        this.circuit = circuit;
        this.retry = retry;
        this.openFor = properties.circuit().openFor();
    }

    /** How long to stay away, when the circuit is open; empty when a call may be tried. */
    Optional<Duration> closedFor() {
        if (circuit.getState() != CircuitBreaker.State.OPEN) {
            return Optional.empty();
        }
        // asking for a permission is what lets an open circuit notice that its time is over
        if (circuit.tryAcquirePermission()) {
            circuit.releasePermission();
            return Optional.empty();
        }
        return Optional.of(openFor);
    }

    GatewayAnswer charge(PaymentId key, Money amount, PaymentToken token) {
        return guarded(() -> http.charge(key, amount, token));
    }

    GatewayAnswer findCharge(PaymentId key) {
        return guarded(() -> http.findCharge(key));
    }

    GatewayAnswer refund(RefundId key, PaymentId charge, Money amount) {
        return guarded(() -> http.refund(key, charge, amount));
    }

    GatewayAnswer findRefund(RefundId key) {
        return guarded(() -> http.findRefund(key));
    }

    private GatewayAnswer guarded(Supplier<GatewayAnswer> call) {
        AtomicBoolean sent = new AtomicBoolean();
        Supplier<GatewayAnswer> attempt = () -> {
            sent.set(true);
            return call.get();
        };
        try {
            // the circuit inside the retry, so that each attempt counts
            return retry.executeSupplier(() -> circuit.executeSupplier(attempt));
        } catch (CallNotPermittedException open) {
            // it may have opened between two attempts
            return sent.get() ? new GatewayAnswer.Unknown(UnknownCause.GATEWAY_ERROR) : new GatewayAnswer.NotSent();
        } catch (HttpServerErrorException error) {
            return new GatewayAnswer.Unknown(UnknownCause.GATEWAY_ERROR);
        } catch (RestClientException broken) {
            return new GatewayAnswer.Unknown(isTimeout(broken) ? UnknownCause.TIMEOUT : UnknownCause.UNREACHABLE);
        } catch (RuntimeException unforeseen) {
            // an answer that the client cannot even parse, say for its headers, may follow a charge all the same
            return new GatewayAnswer.Unknown(UnknownCause.GATEWAY_ERROR);
        }
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
