package com.example.ops;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.web.client.RestClient;

/** The way to a backend that is asked with little patience, so that who asks has an answer in time without it. */
public final class BackendClient {

    private BackendClient() {}

    /** A client that waits so long for a connection, and so long for the whole of an answer. */
    public static RestClient to(URI url, Duration connect, Duration answer, RestClient.Builder builder) {
        // HTTP/1.1: over plain text the JDK client would otherwise ask for an upgrade with every first request
        var requests = ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(http -> http.version(HttpClient.Version.HTTP_1_1))
                .build(HttpClientSettings.defaults().withTimeouts(connect, answer));
        return builder.baseUrl(url).requestFactory(requests).build();
    }
}
