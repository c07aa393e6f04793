package com.example.shop.payments;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.net.ConnectException;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/** The gateway's client with its circuit breaker and retry, both measured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewayProperties.class, PaymentProperties.class})
class GatewayConfiguration {

    private static final String NAME = "payment-gateway";

    @Bean
    RestClient gatewayClient(RestClient.Builder builder, GatewayProperties properties) {
        var settings =
                HttpClientSettings.defaults().withTimeouts(properties.connectTimeout(), properties.readTimeout());
        // HTTP/1.1: over plain text the JDK client would otherwise ask for an upgrade with every first request
        var requests = ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(settings);
        return builder.baseUrl(properties.url()).requestFactory(requests).build();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(GatewayProperties properties) {
        var circuit = properties.circuit();
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(circuit.window())
                .minimumNumberOfCalls(circuit.minimumCalls())
                .failureRateThreshold(circuit.failureRate())
                .waitDurationInOpenState(circuit.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    @Bean
    CircuitBreaker gatewayCircuit(CircuitBreakerRegistry registry) {
        return registry.circuitBreaker(NAME);
    }

    @Bean
    RetryRegistry retries(GatewayProperties properties) {
        return RetryRegistry.of(RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .waitDuration(properties.retryPause())
                .retryOnException(GatewayConfiguration::isWorthAnotherAttempt)
                .build());
    }

    @Bean
    Retry gatewayRetry(RetryRegistry registry) {
        return registry.retry(NAME);
    }

    @Bean
    TaggedCircuitBreakerMetrics circuitBreakerMetrics(CircuitBreakerRegistry registry) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry);
    }

    @Bean
    TaggedRetryMetrics retryMetrics(RetryRegistry registry) {
        return TaggedRetryMetrics.ofRetryRegistry(registry);
    }

    /** Not after a time-out: the customer has waited once already, and reconciliation asks again. */
    private static boolean isWorthAnotherAttempt(Throwable failure) {
        return failure instanceof HttpServerErrorException || failure.getCause() instanceof ConnectException;
    }
}
