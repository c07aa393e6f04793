package com.example.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

/** The gateway's client against answers that no gateway should give. */
class GatewayClientTests {

    private static final Duration READ_TIMEOUT = Duration.ofMillis(400);

    private final PaymentId key = new PaymentId(UUID.randomUUID());

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK|application/json|",
                "201 Created|application/json|{",
                "201 Created|application/json|null",
                "201 Created|application/json|[]",
                "201 Created|application/json|\"succeeded\"",
                "201 Created|application/json|{\"status\": {\"succeeded\": true}}",
                "201 Created|application/json|{\"id\": \"ch_1\", \"status\": \"pending\"}",
                "201 Created|text/html|<html>",
                "201 Created|nonsense|{}",
                "204 No Content|application/json|",
                "302 Found|application/json|",
                "400 Bad Request|application/json|{}",
                "402 Payment Required|application/json|",
                "409 Conflict|application/problem+json|{\"status\": 409}",
                "418 I am a teapot|application/json|{}",
                "500 Internal Server Error|text/plain|stack trace",
                "599 Unheard Of|text/plain|"
            })
    void anAnswerOutsideTheProtocolLeavesTheOutcomeUnknown(String answer) {
        String[] parts = answer.split("\\|", -1);
        byte[] body = parts[2].getBytes(StandardCharsets.UTF_8);
        answerWith(parts[0] + "\r\nContent-Type: " + parts[1] + "\r\nContent-Length: " + body.length, parts[2]);
        assertThat(charge()).isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void anAnswerThatEndsEarlyLeavesTheOutcomeUnknown() {
        answerWith("201 Created\r\nContent-Type: application/json\r\nContent-Length: 100", "{\"status\": \"succ");
        assertThat(charge()).isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedForLongerThanTheTimeout() {
        Thread.ofVirtual().start(() -> {
            try (Socket caller = server.accept()) {
                OutputStream out = caller.getOutputStream();
                out.write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(' ');
                    out.flush();
                    readAll(caller);
                }
            } catch (IOException closed) {
                // the caller has had enough
            }
        });
        // on a thread of its own: the common pool, which has one on small machines, also keeps the client's time
        assertThat(CompletableFuture.supplyAsync(this::charge, Thread::startVirtualThread))
                .succeedsWithin(READ_TIMEOUT.multipliedBy(10))
                .isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void anAnswerWithinTheProtocolIsUnderstood() {
        String body = "{\"id\": \"ch_1\", \"status\": \"succeeded\"}";
        answerWith("201 Created\r\nContent-Type: application/json\r\nContent-Length: " + body.length(), body);
        assertThat(charge()).isEqualTo(new GatewayAnswer.Done("ch_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 Not Found|text/html|<html>",
                "404 Not Found|application/problem+json|{\"status\": 404}",
                "422 Unprocessable Content|text/html|<html>",
                "422 Unprocessable Content|application/problem+json|{\"status\": 422}"
            })
    void aRefundIsNotGivenUpOnTheWordOfSomethingInBetween(String answer) {
        String[] parts = answer.split("\\|", -1);
        answerWith(parts[0] + "\r\nContent-Type: " + parts[1] + "\r\nContent-Length: " + parts[2].length(), parts[2]);
        assertThat(refund()).isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void aRefundThatTheGatewayRefusesIsRefused() {
        String body = "{\"status\": \"refused\", \"refusal_code\": \"exceeds_charge\"}";
        answerWith(
                "422 Unprocessable Content\r\nContent-Type: application/json\r\nContent-Length: " + body.length(),
                body);
        assertThat(refund()).isEqualTo(new GatewayAnswer.Refused());
    }

    private GatewayAnswer refund() {
        return gateway().refund(new RefundId(UUID.randomUUID()), key, Money.euros(100));
    }

    private GatewayAnswer charge() {
        return gateway().charge(key, Money.euros(100), new PaymentToken("tok_visa"));
    }

    private Gateway gateway() {
        var properties = new GatewayProperties(
                URI.create("http://localhost:" + server.getLocalPort()),
                Duration.ofMillis(500),
                READ_TIMEOUT,
                2,
                Duration.ofMillis(1),
                new GatewayProperties.Circuit(20, 10, 50, Duration.ofSeconds(5)));
        var beans = new GatewayConfiguration();
        var circuits = beans.circuitBreakers(properties);
        return new Gateway(
                new GatewayHttp(beans.gatewayClient(RestClient.builder(), properties)),
                beans.gatewayCircuit(circuits),
                beans.gatewayRetry(beans.retries(properties)),
                properties);
    }

    private void answerWith(String statusAndHeaders, String body) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    readAll(caller);
                    caller.getOutputStream()
                            .write(("HTTP/1.1 " + statusAndHeaders + "\r\nConnection: close\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    // the caller or the test has ended
                }
            }
        });
    }

    /** Until the caller falls silent: closing with something unread would reset the connection. */
    private static void readAll(Socket caller) throws IOException {
        caller.setSoTimeout(100);
        try {
            while (caller.getInputStream().read(new byte[8192]) >= 0) {
                continue;
            }
        } catch (SocketTimeoutException silent) {
            // it waits for its answer
        }
    }
}
